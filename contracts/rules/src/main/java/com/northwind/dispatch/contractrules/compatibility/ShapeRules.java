package com.northwind.dispatch.contractrules.compatibility;

import java.util.Optional;

/// One alternative against one alternative, for values of one type: everything that is not a matter
/// of choice.
final class ShapeRules {
  private ShapeRules() {}

  static void compare(JsonType type, Pair<Shape> shapes, Comparison walk) {
    MeaningRules.compare(shapes, walk);
    if (!shapes.writer().foreign().containsAll(shapes.reader().foreign())) {
      walk.refuse(
          shapes.direction(),
          Refusal.ofSchema(
              Rule.REFERENCE_NOT_FOLLOWED,
              shapes.older().plain().stream().findFirst(),
              shapes.newer().plain().stream().findFirst()));
    }
    if (ValueRules.decide(type, shapes, walk)) {
      return;
    }
    switch (type) {
      case STRING -> TextRules.compare(shapes, walk);
      case INTEGER, NUMBER -> NumberRules.compare(type, shapes, walk);
      case ARRAY -> ArrayRules.compare(shapes, walk);
      case OBJECT -> ObjectRules.compare(shapes, walk);
      case NULL, BOOLEAN -> {}
    }
    ConditionRules.compare(type, shapes, walk);
  }

  /// The first value of a keyword on both sides.
  static Pair<Optional<At>> first(Pair<Shape> shapes, String keyword) {
    return new Pair<>(
        shapes.older().first(keyword), shapes.newer().first(keyword), shapes.direction());
  }
}
