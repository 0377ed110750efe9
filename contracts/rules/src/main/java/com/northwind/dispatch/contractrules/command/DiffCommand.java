package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.compatibility.Compatibility;
import com.northwind.dispatch.contractrules.compatibility.Direction;
import com.northwind.dispatch.contractrules.compatibility.Incompatibility;
import com.northwind.dispatch.contractrules.diff.SchemaChange;
import com.northwind.dispatch.contractrules.diff.SchemaDiff;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `diff`: what differs between two schemas, and who would get hurt.
@Command(
    name = "diff",
    description =
        "Shows what differs between two schemas, and whether readers of each can read data of the other.",
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  private static final String ARGUMENT = "TYPE[@REVISION], or the name of a file.";

  @Mixin private Places places = new Places();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "OLDER", description = ARGUMENT)
  private String older = "";

  @Parameters(index = "1", paramLabel = "NEWER", description = ARGUMENT)
  private String newer = "";

  @Override
  public Integer call() {
    Catalogue catalogue = new Catalogue(places.paths());
    Catalogue.NamedSchema before = catalogue.find(older);
    Catalogue.NamedSchema after = catalogue.find(newer);
    PrintWriter out = spec.commandLine().getOut();
    out.println("older  " + before.label());
    out.println("newer  " + after.label());
    out.println();
    List<SchemaChange> changes = SchemaDiff.between(before.json(), after.json());
    if (changes.isEmpty()) {
      out.println("They say the same.");
      return ContractsCommand.OK;
    }
    changes.forEach(change -> out.println(change.line()));
    out.println();
    for (Direction direction : Direction.values()) {
      print(out, direction, Compatibility.check(before.json(), after.json(), direction));
    }
    return ContractsCommand.OK;
  }

  private static void print(
      PrintWriter out, Direction direction, List<Incompatibility> incompatibilities) {
    String who =
        switch (direction) {
          case BACKWARD -> "readers of the newer schema read data of the older";
          case FORWARD -> "readers of the older schema read data of the newer";
        };
    out.println(direction + " (" + who + "): " + (incompatibilities.isEmpty() ? "yes" : "no"));
    for (Incompatibility incompatibility : incompatibilities) {
      out.println();
      incompatibility.explain().strip().lines().forEach(line -> out.println("  " + line));
    }
  }
}
