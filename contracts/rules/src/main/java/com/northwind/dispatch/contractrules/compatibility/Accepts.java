package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.Canonical;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Whether an alternative takes one value: surely, surely not, or who knows (a format, a condition,
/// what is inside objects and lists).
final class Accepts {
  private Accepts() {}

  /// Whether a value is surely taken.
  static boolean surely(Shape shape, JsonNode value) {
    return !surelyNot(shape, value) && !leavesDoubt(shape, value);
  }

  /// Whether a value is surely turned away.
  static boolean surelyNot(Shape shape, JsonNode value) {
    JsonType type = JsonType.of(value);
    if (!type.isIn(shape.declaredTypes())) {
      return true;
    }
    if (shape.values().filter(v -> !v.containsKey(Canonical.text(value))).isPresent()) {
      return true;
    }
    return switch (type) {
      case INTEGER, NUMBER -> !fitsNumber(shape, value.decimalValue());
      case STRING -> !isKnown(shape, value) && !fitsText(shape, value.textValue());
      case NULL, BOOLEAN, ARRAY, OBJECT -> false;
    };
  }

  /// Whether a text matches a pattern somewhere; not, where the pattern cannot be read.
  static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException notKnownHere) {
      return false;
    }
  }

  private static boolean isKnown(Shape shape, JsonNode value) {
    return value.isTextual() && shape.openValues().containsKey(value.textValue());
  }

  private static boolean leavesDoubt(Shape shape, JsonNode value) {
    return !shape.foreign().isEmpty()
        || ConditionRules.KEYWORDS.stream().anyMatch(keyword -> shape.first(keyword).isPresent())
        || (value.isContainerNode() && shape.values().isEmpty())
        || (!isKnown(shape, value) && shape.first("format").isPresent())
        || shape.first("contentEncoding").isPresent();
  }

  private static boolean fitsNumber(Shape shape, BigDecimal value) {
    return Bounds.of(shape).contain(value)
        && NumberRules.steps(shape).stream().allMatch(step -> NumberRules.divides(step, value));
  }

  private static boolean fitsText(Shape shape, String text) {
    BigDecimal length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
    return Limits.LENGTH.contain(shape, length)
        && shape.all("pattern").stream().allMatch(at -> matches(at.node().asText(), text));
  }
}
