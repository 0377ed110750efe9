package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.Canonical;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One alternative of what a schema allows, with references, `allOf`, `anyOf` and `oneOf` already
/// followed: several plain schemas that all hold for the value.
///
/// @param pointer where the alternative is written
/// @param plain the schemas; of each only the keywords count that look at the value itself
/// @param openValues values named by an open list: others of their form are allowed, too
/// @param foreign addresses of schemas in other documents that hold as well
record Shape(String pointer, List<At> plain, Map<String, At> openValues, Set<String> foreign) {
  Shape {
    plain = List.copyOf(plain);
  }

  /// The same without the schemas that another alternative of the same document shares with it.
  Shape without(Shape other) {
    List<At> left = new ArrayList<>(plain);
    left.removeAll(other.plain);
    return new Shape(pointer, left, openValues, foreign);
  }

  /// Every value of a keyword, of all the schemas.
  List<At> all(String keyword) {
    List<At> found = new ArrayList<>(1);
    for (At schema : plain) {
      if (schema.has(keyword)) {
        found.add(schema.child(keyword));
      }
    }
    return found;
  }

  /// The first value of a keyword.
  Optional<At> first(String keyword) {
    for (At schema : plain) {
      if (schema.has(keyword)) {
        return Optional.of(schema.child(keyword));
      }
    }
    return Optional.empty();
  }

  /// The types that `type` allows.
  Set<JsonType> declaredTypes() {
    Set<JsonType> types = JsonType.all();
    for (At type : all("type")) {
      types = JsonType.both(types, JsonType.named(type.node()));
    }
    return types;
  }

  /// The types that values can really have: `type`, and the types of the listed values.
  Set<JsonType> types() {
    Optional<Map<String, JsonNode>> values = values();
    if (values.isEmpty()) {
      return declaredTypes();
    }
    Set<JsonType> ofValues = EnumSet.noneOf(JsonType.class);
    values.get().values().forEach(value -> ofValues.add(JsonType.of(value)));
    if (ofValues.contains(JsonType.NUMBER)) {
      ofValues.remove(JsonType.INTEGER);
    }
    return JsonType.both(declaredTypes(), ofValues);
  }

  /// The values that `enum` and `const` leave, by their canonical text; empty when they do not
  /// restrict.
  Optional<Map<String, JsonNode>> values() {
    Optional<Map<String, JsonNode>> left = Optional.empty();
    for (At schema : plain) {
      if (schema.node().path("enum").isArray()) {
        left = Optional.of(intersection(left, schema.node().path("enum")));
      }
      if (schema.has("const")) {
        left = Optional.of(intersection(left, List.of(schema.node().path("const"))));
      }
    }
    return left;
  }

  /// The listed values of one type; for a type with few values, all of them.
  Optional<Map<String, JsonNode>> values(JsonType type) {
    return values()
        .map(
            listed -> {
              Map<String, JsonNode> ofType = new LinkedHashMap<>();
              listed.forEach(
                  (text, value) -> {
                    if (JsonType.of(value).isIn(EnumSet.of(type))) {
                      ofType.put(text, value);
                    }
                  });
              return ofType;
            });
  }

  /// Values with a description of their own (`x-values`), and those of an open list.
  Map<String, At> describedValues() {
    Map<String, At> described = new LinkedHashMap<>(openValues);
    for (At texts : all("x-values")) {
      texts.node().fieldNames().forEachRemaining(name -> described.putIfAbsent(name, texts));
    }
    return described;
  }

  private static Map<String, JsonNode> intersection(
      Optional<Map<String, JsonNode>> left, Iterable<JsonNode> listed) {
    Map<String, JsonNode> both = new LinkedHashMap<>();
    for (JsonNode value : listed) {
      String text = Canonical.text(value);
      if (left.isEmpty() || left.get().containsKey(text)) {
        both.put(text, value);
      }
    }
    return both;
  }
}
