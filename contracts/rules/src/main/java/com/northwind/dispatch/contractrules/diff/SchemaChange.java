package com.northwind.dispatch.contractrules.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.json.Pointer;
import java.util.Set;

/// One place where two schemas differ.
public sealed interface SchemaChange {
  /// JSON pointer to the place.
  String pointer();

  /// The newer schema has something where the older has nothing.
  record Added(String pointer, JsonNode newer) implements SchemaChange {}

  /// The older schema has something where the newer has nothing.
  record Removed(String pointer, JsonNode older) implements SchemaChange {}

  /// Both have something, and not the same.
  record Changed(String pointer, JsonNode older, JsonNode newer) implements SchemaChange {}

  /// Whether only words for people differ: a description, a title, an example, the meaning of a
  /// value.
  default boolean isWording() {
    String in = Pointer.parent(pointer()).map(Pointer::last).orElse("");
    return in.equals("x-values")
        || (Wording.KEYWORDS.contains(Pointer.last(pointer())) && !in.equals("properties"));
  }

  /// On one line: `+`, `-` or `~`, the pointer, and what changed, cut where it gets long.
  default String line() {
    return switch (this) {
      case Added(String pointer, JsonNode newer) -> "+ " + pointer + " " + cut(newer);
      case Removed(String pointer, JsonNode older) -> "- " + pointer + " " + cut(older);
      case Changed(String pointer, JsonNode older, JsonNode newer) ->
          "~ " + pointer + " " + cut(older) + " → " + cut(newer);
    };
  }

  private static String cut(JsonNode fragment) {
    String text = fragment.toString();
    return text.length() <= 120 ? text : text.substring(0, 117) + "...";
  }

  /// Keywords that only people read.
  final class Wording {
    private static final Set<String> KEYWORDS =
        Set.of("description", "title", "examples", "$comment");

    private Wording() {}
  }
}
