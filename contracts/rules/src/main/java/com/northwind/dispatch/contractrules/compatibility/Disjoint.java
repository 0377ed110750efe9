package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether nothing that one alternative writes can match another: what a `oneOf` needs.
final class Disjoint {
  private static final int DEEPEST_LOOK = 3;

  private final Comparison walk;
  private final int depth;

  /// Names that some alternative of the writer lists.
  private final Set<String> written = new HashSet<>();

  private Disjoint(List<Shape> writers, Comparison walk, int depth) {
    this.walk = walk;
    this.depth = depth;
    for (Shape writer : writers) {
      ObjectShape object = ObjectShape.of(writer);
      written.addAll(object.properties().keySet());
      written.addAll(object.required().keySet());
    }
  }

  /// Whether that is sure. An alternative that asks for a property which none of the writer's lists
  /// is never matched: producers write only what their schema lists.
  ///
  /// @param writers all alternatives of the writer
  static boolean surely(JsonType type, Pair<Shape> shapes, List<Shape> writers, Comparison walk) {
    return new Disjoint(writers, walk, 0).surely(type, shapes);
  }

  private boolean surely(JsonType type, Pair<Shape> shapes) {
    Optional<Map<String, JsonNode>> values = shapes.writer().values(type);
    Optional<Map<String, JsonNode>> readable = shapes.reader().values(type);
    if (values.isPresent() && readable.isPresent()) {
      return Collections.disjoint(values.get().keySet(), readable.get().keySet());
    }
    return switch (type) {
      case OBJECT -> objects(shapes);
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

  private boolean objects(Pair<Shape> shapes) {
    if (depth >= DEEPEST_LOOK) {
      return false;
    }
    ObjectShape writer = ObjectShape.of(shapes.writer());
    ObjectShape reader = ObjectShape.of(shapes.reader());
    Set<String> always = new LinkedHashSet<>(writer.required().keySet());
    always.addAll(reader.required().keySet());
    for (String name : always) {
      boolean isNeverWritten =
          !written.contains(name) && writer.patterns().isEmpty() && !isMap(writer);
      Place writable = writer.schemaOf(name);
      Place readable = reader.schemaOf(name);
      if (isNeverWritten
          || writable.allowsNothing()
          || readable.allowsNothing()
          || places(shapes.with(writable, readable))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMap(ObjectShape object) {
    return !object.isClosed() && !object.rest().allowsAnything();
  }

  private boolean places(Pair<Place> places) {
    Pair<Expansion> sides = walk.expand(places);
    if (sides.older().gaveUp() || sides.newer().gaveUp()) {
      return false;
    }
    Disjoint below = new Disjoint(sides.writer().shapes(), walk, depth + 1);
    for (Shape writable : sides.writer().shapes()) {
      for (Shape readable : sides.reader().shapes()) {
        Set<JsonType> both = JsonType.both(writable.types(), readable.types());
        boolean apart =
            both.stream().allMatch(type -> below.surely(type, sides.with(writable, readable)));
        if (!apart) {
          return false;
        }
      }
    }
    return true;
  }
}
