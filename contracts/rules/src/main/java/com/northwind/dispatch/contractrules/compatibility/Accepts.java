package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.Canonical;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Whether an alternative surely takes one plain value (null, a truth value, a number or a text).
/// Where that cannot be told (a format, a condition, an object), it does not.
final class Accepts {
  private Accepts() {}

  static boolean surely(Shape shape, JsonNode value) {
    JsonType type = JsonType.of(value);
    if (!type.isIn(shape.declaredTypes()) || !shape.foreign().isEmpty()) {
      return false;
    }
    if (value.isTextual() && shape.openValues().containsKey(value.textValue())) {
      return true;
    }
    Optional<Boolean> listed =
        shape.values().map(values -> values.containsKey(Canonical.text(value)));
    if (listed.isPresent() && !listed.get()) {
      return false;
    }
    if (ConditionRules.KEYWORDS.stream().anyMatch(keyword -> shape.first(keyword).isPresent())) {
      return false;
    }
    return switch (type) {
      case NULL, BOOLEAN -> true;
      case INTEGER, NUMBER -> acceptsNumber(shape, value.decimalValue());
      case STRING -> acceptsText(shape, value.textValue());
      case ARRAY, OBJECT -> listed.isPresent();
    };
  }

  private static boolean acceptsNumber(Shape shape, BigDecimal value) {
    Bounds bounds = Bounds.of(shape);
    return bounds.contain(value)
        && NumberRules.steps(shape).stream().allMatch(step -> NumberRules.divides(step, value))
        && shape.first("format").isEmpty();
  }

  private static boolean acceptsText(Shape shape, String text) {
    int length = text.codePointCount(0, text.length());
    for (At limit : shape.all("minLength")) {
      if (limit.node().isNumber()
          && limit.node().decimalValue().compareTo(BigDecimal.valueOf(length)) > 0) {
        return false;
      }
    }
    for (At limit : shape.all("maxLength")) {
      if (limit.node().isNumber()
          && limit.node().decimalValue().compareTo(BigDecimal.valueOf(length)) < 0) {
        return false;
      }
    }
    return shape.first("format").isEmpty()
        && shape.first("contentEncoding").isEmpty()
        && shape.all("pattern").stream()
            .allMatch(pattern -> matches(pattern.node().asText(), text));
  }

  static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException notKnownHere) {
      return false;
    }
  }
}
