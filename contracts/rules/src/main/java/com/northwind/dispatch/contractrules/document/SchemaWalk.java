package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/// Visits every schema in a document, and what its references lead to, and finds what a meta-schema
/// cannot see: references that lead nowhere, ones that lead back to where they stand, and patterns
/// that are no regular expressions.
final class SchemaWalk {
  private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");

  /// Keywords whose schemas look at the same value as the schema around them.
  private static final Set<String> SAME_VALUE =
      Set.of(
          "allOf",
          "anyOf",
          "dependencies",
          "dependentSchemas",
          "else",
          "if",
          "not",
          "oneOf",
          "then");

  /// A schema and its pointer.
  private record Place(String pointer, JsonNode schema) {}

  private final JsonNode root;
  private final References references;
  private final Map<String, List<String>> sameValue = new HashMap<>();

  SchemaWalk(JsonNode root, Dialect dialect) {
    this.root = root;
    this.references = new References(root, dialect);
  }

  Optional<SchemaDocument.Invalid> firstProblem() {
    Deque<Place> todo = new ArrayDeque<>(List.of(new Place("", root)));
    Set<String> seen = new HashSet<>();
    while (!todo.isEmpty()) {
      Place place = todo.remove();
      if (seen.add(place.pointer)) {
        Optional<SchemaDocument.Invalid> problem =
            badReference(place, todo).or(() -> badPattern(place));
        if (problem.isPresent()) {
          return problem;
        }
        Subschemas.direct(
            place.pointer,
            place.schema,
            (pointer, schema) -> {
              todo.add(new Place(pointer, schema));
              noteSameValue(place.pointer, pointer);
            });
      }
    }
    return loop();
  }

  private Optional<SchemaDocument.Invalid> badReference(Place place, Deque<Place> todo) {
    for (String keyword : REFERENCES) {
      JsonNode reference = place.schema.path(keyword);
      if (!reference.isTextual()) {
        continue;
      }
      String pointer = Pointers.child(place.pointer, keyword);
      switch (references.follow(place.pointer, reference.textValue())) {
        case References.Elsewhere elsewhere -> {}
        case References.Nowhere nowhere -> {
          return problem(
              "The reference \"%s\" leads to nothing in this document."
                  .formatted(reference.textValue()),
              pointer);
        }
        case References.Local(String target, JsonNode schema) -> {
          if (!Subschemas.isSchema(schema)) {
            return problem(
                "The reference \"%s\" leads to %s, not to a schema."
                    .formatted(reference.textValue(), SchemaChecks.kind(schema)),
                pointer);
          }
          todo.add(new Place(target, schema));
          sameValue.computeIfAbsent(place.pointer, p -> new ArrayList<>()).add(target);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SchemaDocument.Invalid> badPattern(Place place) {
    JsonNode pattern = place.schema.path("pattern");
    if (pattern.isTextual()) {
      Optional<SchemaDocument.Invalid> problem =
          badPattern(pattern.textValue(), Pointers.child(place.pointer, "pattern"));
      if (problem.isPresent()) {
        return problem;
      }
    }
    String byPattern = Pointers.child(place.pointer, "patternProperties");
    for (Map.Entry<String, JsonNode> names : place.schema.path("patternProperties").properties()) {
      Optional<SchemaDocument.Invalid> problem =
          badPattern(names.getKey(), Pointers.child(byPattern, names.getKey()));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<SchemaDocument.Invalid> badPattern(String pattern, String pointer) {
    try {
      JDKRegularExpressionFactory.getInstance().getRegularExpression(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException broken) {
      return problem(
          "The pattern \"%s\" is no regular expression: %s, at character %d."
              .formatted(pattern, broken.getDescription(), broken.getIndex() + 1),
          pointer);
    }
  }

  private void noteSameValue(String around, String pointer) {
    int end = pointer.indexOf('/', around.length() + 1);
    String keyword = pointer.substring(around.length() + 1, end < 0 ? pointer.length() : end);
    if (SAME_VALUE.contains(keyword)) {
      sameValue.computeIfAbsent(around, p -> new ArrayList<>()).add(pointer);
    }
  }

  /// A schema that holds for a value only if it holds for that value, which keeps readers busy
  /// forever. Takes schemas away that none is left to ask for, until only loops are left.
  private Optional<SchemaDocument.Invalid> loop() {
    Map<String, Integer> askedBy = new HashMap<>();
    sameValue.values().forEach(all -> all.forEach(p -> askedBy.merge(p, 1, Integer::sum)));
    Deque<String> free = new ArrayDeque<>();
    sameValue.keySet().stream().filter(p -> !askedBy.containsKey(p)).forEach(free::add);
    Set<String> left = new HashSet<>(sameValue.keySet());
    while (!free.isEmpty()) {
      String pointer = free.remove();
      left.remove(pointer);
      for (String asked : sameValue.getOrDefault(pointer, List.of())) {
        if (askedBy.merge(asked, -1, Integer::sum) == 0 && sameValue.containsKey(asked)) {
          free.add(asked);
        }
      }
    }
    return left.stream()
        .min(String::compareTo)
        .flatMap(
            pointer ->
                problem(
                    "The schema refers to itself for the very same value, so checking a value by it would never end.",
                    pointer));
  }

  private static Optional<SchemaDocument.Invalid> problem(String sentence, String pointer) {
    return Optional.of(new SchemaDocument.Invalid(sentence, pointer));
  }
}
