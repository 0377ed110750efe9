package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Conditions on a value beyond its shape: `not`, `if`, `contains`, `propertyNames`,
/// `dependentSchemas`. The reader's must follow from the writer's; where that cannot be shown, it
/// is refused.
final class ConditionRules {
  static final List<String> KEYWORDS =
      List.of("not", "if", "contains", "propertyNames", "dependentSchemas", "dependencies");

  private final Pair<Shape> shapes;
  private final Comparison walk;

  private ConditionRules(Pair<Shape> shapes, Comparison walk) {
    this.shapes = shapes;
    this.walk = walk;
  }

  static void compare(JsonType type, Pair<Shape> shapes, Comparison walk) {
    if (KEYWORDS.stream().noneMatch(keyword -> shapes.reader().first(keyword).isPresent())) {
      return;
    }
    ConditionRules rules = new ConditionRules(shapes, walk);
    rules.each(
        "not", (writer, reader) -> rules.holds(reader.child("not"), writer.child("not"), true));
    rules.each("if", rules::choiceHolds);
    if (type == JsonType.ARRAY) {
      rules.each("contains", rules::contentHolds);
    }
    if (type == JsonType.OBJECT) {
      rules.each(
          "propertyNames",
          (writer, reader) ->
              rules.holds(writer.child("propertyNames"), reader.child("propertyNames"), false));
      rules.dependentSchemas();
    }
  }

  /// Each condition of the reader needs one of the writer that it follows from.
  ///
  /// @param follows given the schema around the writer's condition and the one around the reader's
  private void each(String keyword, BiPredicate<At, At> follows) {
    List<At> written = around(shapes.writer(), keyword);
    for (At reader : around(shapes.reader(), keyword)) {
      if (written.stream().noneMatch(writer -> follows.test(writer, reader))) {
        refuse(keyword, !written.isEmpty());
      }
    }
  }

  /// Whether what the first allows the second allows, too; the roles are swapped where the first is
  /// the reader's.
  private boolean holds(At first, At second, boolean swapped) {
    return swapped
        ? walk.holds(shapes.with(Place.of(second), Place.of(first)).reversed())
        : walk.holds(shapes.with(Place.of(first), Place.of(second)));
  }

  private boolean choiceHolds(At writer, At reader) {
    return holds(writer.child("if"), reader.child("if"), false)
        && holds(reader.child("if"), writer.child("if"), true)
        && holds(orAnything(writer, "then"), orAnything(reader, "then"), false)
        && holds(orAnything(writer, "else"), orAnything(reader, "else"), false);
  }

  private boolean contentHolds(At writer, At reader) {
    boolean fewer =
        number(writer, "minContains")
                .orElse(BigDecimal.ONE)
                .compareTo(number(reader, "minContains").orElse(BigDecimal.ONE))
            >= 0;
    if (!fewer || !holds(writer.child("contains"), reader.child("contains"), false)) {
      return false;
    }
    Optional<BigDecimal> most = number(reader, "maxContains");
    return most.isEmpty()
        || (number(writer, "maxContains").filter(m -> m.compareTo(most.get()) <= 0).isPresent()
            && holds(reader.child("contains"), writer.child("contains"), true));
  }

  private void dependentSchemas() {
    for (String keyword : List.of("dependentSchemas", "dependencies")) {
      for (At around : around(shapes.reader(), keyword)) {
        At readers = around.child(keyword);
        for (Map.Entry<String, JsonNode> entry : readers.node().properties()) {
          if (!entry.getValue().isArray()) {
            dependentSchema(keyword, entry.getKey(), readers.child(entry.getKey()));
          }
        }
      }
    }
  }

  /// A property that the writer does not have starts nothing.
  private void dependentSchema(String keyword, String trigger, At reader) {
    ObjectShape writer = ObjectShape.of(shapes.writer());
    if (!writer.properties().containsKey(trigger) && !writer.required().containsKey(trigger)) {
      return;
    }
    List<At> written = new ArrayList<>();
    for (String name : List.of("dependentSchemas", "dependencies")) {
      around(shapes.writer(), name).stream()
          .map(schema -> schema.child(name).child(trigger))
          .filter(schema -> schema.node().isObject() || schema.node().isBoolean())
          .forEach(written::add);
    }
    if (!reader.allowsAnything()
        && written.stream().noneMatch(schema -> holds(schema, reader, false))) {
      refuse(keyword, !written.isEmpty());
    }
  }

  private void refuse(String keyword, boolean wasThere) {
    Rule rule =
        wasThere
            ? Rule.CONDITION_CHANGED
            : shapes.rule(Rule.CONDITION_ADDED, Rule.CONDITION_DROPPED);
    walk.refuse(shapes.direction(), Refusal.ofKeyword(rule, ShapeRules.first(shapes, keyword)));
  }

  private static List<At> around(Shape shape, String keyword) {
    return shape.plain().stream()
        .filter(schema -> schema.has(keyword) && restricts(keyword, schema))
        .toList();
  }

  private static boolean restricts(String keyword, At schema) {
    return switch (keyword) {
      case "not" -> !schema.child("not").allowsNothing();
      case "if" -> schema.has("then") || schema.has("else");
      case "propertyNames" -> !schema.child("propertyNames").allowsAnything();
      default -> true;
    };
  }

  private static At orAnything(At schema, String keyword) {
    return schema.has(keyword)
        ? schema.child(keyword)
        : At.anything(schema.pointer() + "/" + keyword);
  }

  private static Optional<BigDecimal> number(At schema, String keyword) {
    JsonNode number = schema.node().path(keyword);
    return number.isNumber() ? Optional.of(number.decimalValue()) : Optional.empty();
  }
}
