package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.descriptor.Topic;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `list`: one line per event type.
@Command(
    name = "list",
    description = "Lists every event type with its revision, topic, key and readers.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Catalogue catalogue = new Catalogue(places.paths());
    TextTable table = new TextTable("TYPE", "REVISION", "TOPIC", "KEY", "READ BY");
    for (CurrentSchema schema : catalogue.current()) {
      List<String> readers =
          catalogue.contracts().topicOf(schema.event()).map(Topic::readBy).orElse(List.of());
      table.add(
          schema.id().type(),
          schema.isReleased() ? Integer.toString(schema.id().revision()) : unreleased(schema),
          schema.json().path("x-topic").asText(),
          schema.json().path("x-key").asText(),
          String.join(", ", readers));
    }
    spec.commandLine().getOut().print(table.text(""));
    return ContractsCommand.OK;
  }

  private static String unreleased(CurrentSchema schema) {
    int released = schema.id().revision() - 1;
    return released == 0 ? "none yet" : released + ", changed";
  }
}
