package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether nothing that one alternative writes can match another: what a `oneOf` needs.
final class Disjoint {
  private static final int DEEPEST_LOOK = 3;

  private Disjoint() {}

  /// Whether that is sure. An alternative that asks for a property which the writer does not have
  /// is never matched: producers write only what their schema lists.
  static boolean surely(JsonType type, Pair<Shape> shapes, Comparison walk) {
    return surely(type, shapes, walk, 0);
  }

  private static boolean surely(JsonType type, Pair<Shape> shapes, Comparison walk, int depth) {
    Optional<Map<String, JsonNode>> written = shapes.writer().values(type);
    Optional<Map<String, JsonNode>> readable = shapes.reader().values(type);
    if (written.isPresent() && readable.isPresent()) {
      return Collections.disjoint(written.get().keySet(), readable.get().keySet());
    }
    return switch (type) {
      case OBJECT -> objects(shapes, walk, depth);
      case INTEGER, NUMBER -> numbers(shapes);
      case NULL, BOOLEAN, STRING, ARRAY -> false;
    };
  }

  private static boolean numbers(Pair<Shape> shapes) {
    Bounds writer = Bounds.of(shapes.writer());
    Bounds reader = Bounds.of(shapes.reader());
    return isBelow(writer.upper(), reader.lower()) || isBelow(reader.upper(), writer.lower());
  }

  private static boolean isBelow(Optional<Bounds.Bound> upper, Optional<Bounds.Bound> lower) {
    if (upper.isEmpty() || lower.isEmpty()) {
      return false;
    }
    int order = upper.get().value().compareTo(lower.get().value());
    return order < 0 || (order == 0 && (upper.get().exclusive() || lower.get().exclusive()));
  }

  private static boolean objects(Pair<Shape> shapes, Comparison walk, int depth) {
    if (depth >= DEEPEST_LOOK) {
      return false;
    }
    ObjectShape writer = ObjectShape.of(shapes.writer());
    ObjectShape reader = ObjectShape.of(shapes.reader());
    Set<String> always = new LinkedHashSet<>(writer.required().keySet());
    always.addAll(reader.required().keySet());
    for (String name : always) {
      boolean isNeverWritten =
          !writer.properties().containsKey(name)
              && !writer.required().containsKey(name)
              && writer.patterns().isEmpty();
      Place written = writer.schemaOf(name);
      Place readable = reader.schemaOf(name);
      if (isNeverWritten
          || written.allowsNothing()
          || readable.allowsNothing()
          || places(shapes.with(written, readable), walk, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean places(Pair<Place> places, Comparison walk, int depth) {
    Pair<Expansion> sides = walk.expand(places);
    if (sides.older().gaveUp() || sides.newer().gaveUp()) {
      return false;
    }
    for (Shape written : sides.writer().shapes()) {
      for (Shape readable : sides.reader().shapes()) {
        Set<JsonType> both = JsonType.both(written.types(), readable.types());
        boolean apart =
            both.stream()
                .allMatch(type -> surely(type, sides.with(written, readable), walk, depth));
        if (!apart) {
          return false;
        }
      }
    }
    return true;
  }
}
