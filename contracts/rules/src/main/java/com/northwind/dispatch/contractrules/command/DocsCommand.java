package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.docs.ContractDocuments;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `docs`: the generated documents.
@Command(
    name = "docs",
    description =
        "Writes docs/contracts: the AsyncAPI 3 document and the page of all topics and events.",
    mixinStandardHelpOptions = true)
final class DocsCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--check", description = "Write nothing; say whether the documents are current.")
  private boolean isCheck;

  @Override
  public Integer call() {
    ContractPaths paths = places.paths();
    Catalogue catalogue = new Catalogue(paths);
    ContractDocuments documents =
        ContractDocuments.of(catalogue.contracts(), catalogue.approved(), paths);
    PrintWriter out = spec.commandLine().getOut();
    List<Path> files = isCheck ? documents.stale() : documents.write();
    if (files.isEmpty()) {
      out.println("The documents are current.");
      return ContractsCommand.OK;
    }
    for (Path file : files) {
      out.println((isCheck ? "not current: " : "wrote ") + paths.shown(file));
    }
    if (isCheck) {
      spec.commandLine()
          .getErr()
          .println("contracts: `./northwind contracts docs` writes them anew.");
    }
    return isCheck ? ContractsCommand.FINDINGS : ContractsCommand.OK;
  }
}
