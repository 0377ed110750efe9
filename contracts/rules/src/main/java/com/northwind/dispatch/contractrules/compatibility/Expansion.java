package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All a schema allows: a value must be of one of the shapes.
///
/// @param shapes the alternatives; none when nothing is allowed
/// @param exclusive whether a value must be of exactly one of them (`oneOf`)
/// @param defaultValue what a reader takes a missing value for
/// @param gaveUp whether there are too many alternatives to write them all out; the shapes are then
///   only the parts that hold for all
record Expansion(List<Shape> shapes, boolean exclusive, Optional<At> defaultValue, boolean gaveUp) {
  Expansion {
    shapes = List.copyOf(shapes);
  }

  Optional<JsonNode> defaultNode() {
    return defaultValue.map(At::node);
  }

  /// The types that `type` allows in any alternative.
  Set<JsonType> declaredTypes() {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    shapes.forEach(shape -> types.addAll(shape.declaredTypes()));
    return withoutDoubles(types);
  }

  /// The types that values can really have.
  Set<JsonType> types() {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    shapes.forEach(shape -> types.addAll(shape.types()));
    return withoutDoubles(types);
  }

  private static Set<JsonType> withoutDoubles(Set<JsonType> types) {
    if (types.contains(JsonType.NUMBER)) {
      types.remove(JsonType.INTEGER);
    }
    return types;
  }
}
