package com.northwind.dispatch.contractrules.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.table.Row;
import com.northwind.dispatch.contractrules.table.SchemaTable;
import com.northwind.dispatch.contractrules.table.Section;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `show`: the fields of one type.
@Command(
    name = "show",
    description = "Shows the fields of an event type, with units, ranges and meaning.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TYPE[@REVISION]",
      description =
          "E.g. LoadAssigned, eld.v1.Telemetry or Telemetry@1; without a revision what the protobuf files say now.")
  private String type = "";

  @Option(names = "--json", description = "Print the JSON Schema.")
  private boolean asJson;

  @Override
  public Integer call() {
    Catalogue.NamedSchema schema = new Catalogue(places.paths()).find(type);
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.print(schema.text());
      return ContractsCommand.OK;
    }
    JsonNode json = schema.json();
    out.println(schema.label());
    out.println(
        "topic "
            + json.path("x-topic").asText()
            + ", key "
            + json.path("x-key").asText()
            + (json.has("x-replaces") ? ", replaces " + json.path("x-replaces").asText() : ""));
    List<Section> sections = SchemaTable.of(json);
    for (int i = 0; i < sections.size(); i++) {
      out.println();
      if (i > 0) {
        out.println(Names.simple(sections.get(i).name()));
      }
      out.println(sections.get(i).meaning());
      out.print(table(sections.get(i)));
    }
    return ContractsCommand.OK;
  }

  private static String table(Section section) {
    return switch (section) {
      case Section.Fields(String name, String meaning, List<Row> rows) -> {
        TextTable table = new TextTable("FIELD", "TYPE", "UNIT", "RANGE", "REQUIRED", "MEANING");
        for (Row row : rows) {
          table.add(
              row.name(),
              row.type(),
              row.unit(),
              row.range(),
              row.isRequired() ? "required" : "",
              row.meaning());
        }
        yield rows.isEmpty() ? "" : table.text("  ");
      }
      case Section.Values values -> {
        TextTable table = new TextTable("VALUE", "MEANING");
        values.values().forEach(table::add);
        yield table.text("  ");
      }
    };
  }
}
