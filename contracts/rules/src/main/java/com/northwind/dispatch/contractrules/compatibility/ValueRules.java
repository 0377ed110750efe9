package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Listed values: `enum`, `const`, and the open lists of event schemas.
final class ValueRules {
  private ValueRules() {}

  /// Compares the lists, and tells whether that decides the matter: the writer's values are listed,
  /// so each was looked at.
  static boolean decide(JsonType type, Pair<Shape> shapes, Comparison walk) {
    Optional<Map<String, JsonNode>> written = written(type, shapes.writer());
    Optional<Map<String, JsonNode>> readable = shapes.reader().values(type);
    if (readable.isPresent() && written.isEmpty()) {
      refuseUnlisted(shapes, walk);
      return false;
    }
    newValuesHaveTheForm(shapes, walk);
    if (written.isEmpty()) {
      return false;
    }
    if (readable.isPresent()) {
      refuseMissing(shapes, written.get(), readable.get(), walk);
      return true;
    }
    return written.get().values().stream()
        .allMatch(value -> Accepts.surely(shapes.reader(), value));
  }

  /// The values a writer can write, where they can be listed.
  private static Optional<Map<String, JsonNode>> written(JsonType type, Shape writer) {
    Optional<Map<String, JsonNode>> listed = writer.values(type);
    if (listed.isPresent()) {
      return listed;
    }
    return switch (type) {
      case NULL -> Optional.of(Map.of("null", NullNode.getInstance()));
      case BOOLEAN -> Optional.of(Map.of("false", BooleanNode.FALSE, "true", BooleanNode.TRUE));
      case INTEGER, NUMBER, STRING, ARRAY, OBJECT -> Optional.empty();
    };
  }

  private static void refuseUnlisted(Pair<Shape> shapes, Comparison walk) {
    Rule rule = shapes.rule(Rule.ENUM_CLOSED, Rule.ENUM_OPENED);
    walk.refuse(
        shapes.direction(), Refusal.ofKeyword(rule, list(shapes.older()), list(shapes.newer())));
  }

  private static void refuseMissing(
      Pair<Shape> shapes,
      Map<String, JsonNode> written,
      Map<String, JsonNode> readable,
      Comparison walk) {
    List<String> missing =
        written.keySet().stream().filter(value -> !readable.containsKey(value)).toList();
    if (!missing.isEmpty()) {
      refuse(shapes, missing, walk);
    }
  }

  /// Values that an open list gained must be of the form that its readers were told.
  private static void newValuesHaveTheForm(Pair<Shape> shapes, Comparison walk) {
    Map<String, At> fresh = new LinkedHashMap<>(shapes.writer().openValues());
    fresh.keySet().removeAll(shapes.reader().openValues().keySet());
    List<String> missing = new ArrayList<>();
    for (String value : fresh.keySet()) {
      if (!Accepts.surely(shapes.reader(), TextNode.valueOf(value))) {
        missing.add('"' + value + '"');
      }
    }
    if (!missing.isEmpty()) {
      refuse(shapes, missing, walk);
    }
  }

  private static void refuse(Pair<Shape> shapes, List<String> missing, Comparison walk) {
    String words = Refusal.quoted(missing);
    walk.refuse(
        shapes.direction(),
        Refusal.ofKeyword(
                shapes.rule(Rule.ENUM_VALUE_REMOVED, Rule.ENUM_VALUE_ADDED),
                list(shapes.older()),
                list(shapes.newer()))
            .words(words, words));
  }

  private static Optional<At> list(Shape shape) {
    return shape
        .first("enum")
        .or(() -> shape.first("const"))
        .or(() -> shape.openValues().values().stream().findFirst());
  }
}
