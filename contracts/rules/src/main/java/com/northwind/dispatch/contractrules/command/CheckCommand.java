package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.check.CheckReport;
import com.northwind.dispatch.contractrules.check.ContractCheck;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `check`: whether the contracts hold.
@Command(
    name = "check",
    description =
        "Checks the protobuf files against their rules, and their schemas against every released revision, both ways.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--against",
      paramLabel = "GITREF",
      description = "Also hold them against what was released at another commit, e.g. origin/main.")
  private @Nullable String reference;

  @Override
  public Integer call() {
    ContractCheck check = ContractCheck.of(places.paths());
    CheckReport report = (reference == null ? check : check.against(reference)).run();
    spec.commandLine().getOut().print(report.text());
    return report.isClean() ? ContractsCommand.OK : ContractsCommand.FINDINGS;
  }
}
