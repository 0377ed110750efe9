package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.sample.SampleRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sample`: a whole record.
@Command(
    name = "sample",
    description = "Prints a whole record of an event type, as it would stand on its topic.",
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TYPE[@REVISION]",
      description =
          "E.g. LoadAssigned or Telemetry@1; without a revision what the protobuf files say now.")
  private String type = "";

  @Option(names = "--line", description = "Print it on one line, as a producer writes it.")
  private boolean onOneLine;

  @Override
  public Integer call() {
    Catalogue catalogue = new Catalogue(places.paths());
    var made = SampleRecord.of(catalogue.find(type).json(), catalogue.contracts());
    spec.commandLine()
        .getOut()
        .print(onOneLine ? JsonText.compact(made) + "\n" : JsonText.pretty(made));
    return ContractsCommand.OK;
  }
}
