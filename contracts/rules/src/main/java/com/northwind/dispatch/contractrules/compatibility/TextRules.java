package com.northwind.dispatch.contractrules.compatibility;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Texts: length, pattern, format, and how bytes are written as text.
final class TextRules {
  private static final Set<String> PATTERNS_OF_ANY_TEXT = Set.of("", ".*", "^.*", "^");

  private TextRules() {}

  static void compare(Pair<Shape> shapes, Comparison walk) {
    Limits.compare(shapes, Limits.LENGTH, walk);
    comparePatterns(shapes, walk);
    Formats.compare(JsonType.STRING, shapes, walk);
    compareEncodings(shapes, walk);
  }

  private static void comparePatterns(Pair<Shape> shapes, Comparison walk) {
    Set<String> written = patterns(shapes.writer());
    Set<String> readable = patterns(shapes.reader());
    if (written.containsAll(readable)) {
      return;
    }
    Rule rule =
        readable.containsAll(written)
            ? shapes.rule(Rule.PATTERN_ADDED, Rule.PATTERN_DROPPED)
            : Rule.PATTERN_CHANGED;
    walk.refuse(shapes.direction(), Refusal.ofKeyword(rule, ShapeRules.first(shapes, "pattern")));
  }

  private static Set<String> patterns(Shape shape) {
    Set<String> patterns = new LinkedHashSet<>();
    shape.all("pattern").forEach(pattern -> patterns.add(pattern.node().asText()));
    patterns.removeAll(PATTERNS_OF_ANY_TEXT);
    return patterns;
  }

  private static void compareEncodings(Pair<Shape> shapes, Comparison walk) {
    Pair<Optional<At>> encodings = ShapeRules.first(shapes, "contentEncoding");
    if (!encodings.older().map(At::node).equals(encodings.newer().map(At::node))) {
      refuseEncoding(encodings, "plain text", walk);
    }
    Pair<Optional<At>> mediaTypes = ShapeRules.first(shapes, "contentMediaType");
    if (mediaTypes.older().isPresent()
        && mediaTypes.newer().isPresent()
        && !mediaTypes.older().get().node().equals(mediaTypes.newer().get().node())) {
      refuseEncoding(mediaTypes, "", walk);
    }
  }

  private static void refuseEncoding(Pair<Optional<At>> keywords, String without, Comparison walk) {
    walk.refuse(
        keywords.direction(),
        Refusal.ofKeyword(Rule.ENCODING_CHANGED, keywords)
            .words(
                keywords.older().map(at -> at.node().asText()).orElse(without),
                keywords.newer().map(at -> at.node().asText()).orElse(without)));
  }
}
