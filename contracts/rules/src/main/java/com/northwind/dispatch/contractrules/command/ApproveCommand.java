package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.approved.Release;
import com.northwind.dispatch.contractrules.check.Approval;
import com.northwind.dispatch.contractrules.check.CheckReport;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `approve`: releases what grew.
@Command(
    name = "approve",
    description =
        "Writes the next revision of every event type that changed, if the contracts hold.",
    mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ContractPaths paths = places.paths();
    PrintWriter out = spec.commandLine().getOut();
    return switch (Approval.run(paths)) {
      case Approval.Refused(CheckReport report) -> {
        out.print(report.text());
        spec.commandLine()
            .getErr()
            .println("contracts: nothing was released, because the contracts do not hold.");
        yield ContractsCommand.FINDINGS;
      }
      case Approval.NothingNew() -> {
        out.println("Nothing changed: every type is released as it is.");
        yield ContractsCommand.OK;
      }
      case Approval.Released(List<ApprovedSchema> schemas) -> {
        schemas.forEach(schema -> out.println("wrote " + paths.shown(Release.file(paths, schema))));
        out.println();
        out.println(
            "Commit them with the change. `./northwind contracts docs` brings the documents up to date.");
        yield ContractsCommand.OK;
      }
    };
  }
}
