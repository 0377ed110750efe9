package com.northwind.dispatch.contractrules.compatibility;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keyword `format`, which ours and many other readers check or read by.
final class Formats {
  private static final Set<String> OF_NUMBERS = Set.of("int32", "int64", "float", "double");

  /// Formats that are also always of others.
  private static final Map<String, Set<String>> ALSO =
      Map.of(
          "int32", Set.of("int64", "double"),
          "float", Set.of("double"),
          "email", Set.of("idn-email"),
          "hostname", Set.of("idn-hostname"),
          "uri", Set.of("uri-reference", "iri", "iri-reference"),
          "uri-reference", Set.of("iri-reference"),
          "iri", Set.of("iri-reference"));

  private Formats() {}

  static void compare(JsonType type, Pair<Shape> shapes, Comparison walk) {
    Set<String> written = names(type, shapes.writer());
    Set<String> readable = names(type, shapes.reader());
    boolean fits = readable.stream().allMatch(format -> isWritten(format, written));
    if (!fits) {
      Rule rule =
          written.isEmpty()
              ? shapes.rule(Rule.FORMAT_ADDED, Rule.FORMAT_DROPPED)
              : Rule.FORMAT_CHANGED;
      Optional<At> older = shapes.older().first("format");
      Optional<At> newer = shapes.newer().first("format");
      walk.refuse(shapes.direction(), Refusal.ofKeyword(rule, older, newer));
    }
  }

  private static boolean isWritten(String format, Set<String> written) {
    return written.stream()
        .anyMatch(w -> w.equals(format) || ALSO.getOrDefault(w, Set.of()).contains(format));
  }

  /// Formats that say something about values of a type.
  private static Set<String> names(JsonType type, Shape shape) {
    List<At> formats = shape.all("format");
    return formats.stream()
        .map(format -> format.node().asText())
        .filter(format -> OF_NUMBERS.contains(format) == type.isNumeric())
        .collect(Collectors.toSet());
  }
}
