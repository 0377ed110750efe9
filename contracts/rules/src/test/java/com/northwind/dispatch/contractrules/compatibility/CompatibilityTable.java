package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of what may change, as the test resources write it.
final class CompatibilityTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of(
          "01-properties",
          "02-content-model",
          "03-types",
          "04-listed-values",
          "05-limits",
          "06-lists-and-sizes",
          "07-alternatives",
          "08-conditions",
          "09-meaning");

  /// One part of the table.
  record Part(String title, String text, List<Cell> cells) {}

  /// One change and what is decided about it.
  ///
  /// @param backward `allowed`, or the rules that refuse it, separated by commas
  /// @param forward the same for the other direction
  record Cell(
      String change, JsonNode before, JsonNode after, String backward, String forward, String why) {
    String verdict(Direction direction) {
      return direction == Direction.BACKWARD ? backward : forward;
    }
  }

  private CompatibilityTable() {}

  static List<Part> parts() {
    return FILES.stream().map(CompatibilityTable::part).toList();
  }

  static Stream<Cell> cells() {
    return parts().stream().flatMap(part -> part.cells().stream());
  }

  /// What the rules say of a change, in the words of the table.
  static String verdict(JsonNode before, JsonNode after, Direction direction) {
    List<Incompatibility> broken = Compatibility.check(before, after, direction);
    return broken.isEmpty()
        ? "allowed"
        : broken.stream().map(b -> b.rule().name()).distinct().collect(Collectors.joining(", "));
  }

  private static Part part(String file) {
    JsonNode part = read("table/" + file + ".json");
    List<Cell> cells =
        part.path("cells")
            .valueStream()
            .map(
                cell ->
                    new Cell(
                        cell.path("change").asText(),
                        cell.path("before"),
                        cell.path("after"),
                        cell.path("backward").asText(),
                        cell.path("forward").asText(),
                        cell.path("why").asText()))
            .toList();
    return new Part(part.path("title").asText(), part.path("text").asText(), cells);
  }

  private static JsonNode read(String resource) {
    try (InputStream in = CompatibilityTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no test resource " + resource);
      }
      return JSON.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(resource, broken);
    }
  }
}
