package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an alternative says of the properties of an object.
///
/// @param properties those with a name of their own
/// @param patterns those whose names match a pattern, by the pattern
/// @param rest every property under a name that is not listed
/// @param required the names that are always there, with where that is written
/// @param dependencies the names that a name asks for beside it
record ObjectShape(
    Map<String, Place> properties,
    Map<String, Place> patterns,
    Place rest,
    Map<String, At> required,
    Map<String, Set<String>> dependencies) {

  static ObjectShape of(Shape shape) {
    Map<String, Place> properties = new LinkedHashMap<>();
    Map<String, Place> patterns = new LinkedHashMap<>();
    Map<String, At> required = new LinkedHashMap<>();
    Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    List<At> rests = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (At schema : shape.plain()) {
      schema.node().path("properties").fieldNames().forEachRemaining(names::add);
      At byPattern = schema.child("patternProperties");
      byPattern
          .node()
          .fieldNames()
          .forEachRemaining(pattern -> merge(patterns, pattern, byPattern.child(pattern)));
      addRequired(schema, required);
      addDependencies(schema, dependencies);
      rests.add(restOf(schema));
    }
    for (String name : names) {
      partsOf(name, shape.plain()).ifPresent(place -> properties.put(name, place));
    }
    shape.all("unevaluatedProperties").forEach(rests::add);
    List<At> saying = rests.stream().filter(rest -> !rest.allowsAnything()).toList();
    Place rest =
        saying.isEmpty()
            ? Place.of(At.anything(shape.pointer() + "/additionalProperties"))
            : new Place(saying);
    return new ObjectShape(properties, patterns, rest, required, dependencies);
  }

  /// What holds for a property, whether it is listed, matches a pattern, or neither.
  Place schemaOf(String name) {
    Place listed = properties.get(name);
    if (listed != null) {
      return listed;
    }
    List<At> matching = new ArrayList<>();
    patterns.forEach(
        (pattern, place) -> {
          if (Accepts.matches(pattern, name)) {
            matching.addAll(place.parts());
          }
        });
    return matching.isEmpty() ? rest : new Place(matching);
  }

  /// Whether names that are not listed are turned away.
  boolean isClosed() {
    return rest.allowsNothing();
  }

  /// The most properties an object can have, where names are all listed.
  Optional<Integer> most() {
    return isClosed() && patterns.isEmpty() ? Optional.of(properties.size()) : Optional.empty();
  }

  /// All that the schemas say of one name together; nothing when one of them is closed and does not
  /// list it.
  private static Optional<Place> partsOf(String name, List<At> schemas) {
    List<At> parts = new ArrayList<>();
    for (At schema : schemas) {
      boolean listed = false;
      if (schema.node().path("properties").has(name)) {
        parts.add(schema.child("properties").child(name));
        listed = true;
      }
      for (Map.Entry<String, JsonNode> pattern :
          schema.node().path("patternProperties").properties()) {
        if (Accepts.matches(pattern.getKey(), name)) {
          parts.add(schema.child("patternProperties").child(pattern.getKey()));
          listed = true;
        }
      }
      At rest = restOf(schema);
      if (!listed && rest.allowsNothing()) {
        return Optional.empty();
      }
      if (!listed && !rest.allowsAnything()) {
        parts.add(rest);
      }
    }
    return Optional.of(new Place(parts));
  }

  private static At restOf(At schema) {
    return schema.has("additionalProperties")
        ? schema.child("additionalProperties")
        : At.anything(schema.pointer() + "/additionalProperties");
  }

  private static void merge(Map<String, Place> places, String name, At part) {
    Place known = places.get(name);
    places.put(name, known == null ? Place.of(part) : known.and(part));
  }

  private static void addRequired(At schema, Map<String, At> required) {
    At list = schema.child("required");
    for (int i = 0; i < list.node().size(); i++) {
      if (list.node().get(i) != null) {
        required.putIfAbsent(list.node().get(i).asText(), list);
      }
    }
  }

  private static void addDependencies(At schema, Map<String, Set<String>> dependencies) {
    for (String keyword : List.of("dependentRequired", "dependencies")) {
      for (Map.Entry<String, JsonNode> entry : schema.node().path(keyword).properties()) {
        if (entry.getValue().isArray()) {
          Set<String> names = dependencies.computeIfAbsent(entry.getKey(), k -> new TreeSet<>());
          entry.getValue().forEach(name -> names.add(name.asText()));
        }
      }
    }
  }
}
