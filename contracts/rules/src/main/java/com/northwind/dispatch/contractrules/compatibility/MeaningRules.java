package com.northwind.dispatch.contractrules.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What values mean beyond being valid: their unit, and the values that have a description.
final class MeaningRules {
  private MeaningRules() {}

  static void compare(Pair<Shape> shapes, Comparison walk) {
    compareUnits(shapes, walk);
    if (shapes.direction() == Direction.BACKWARD) {
      describedValuesStay(shapes, walk);
    }
  }

  /// A unit said for the first time tells what was always meant; any other change makes numbers
  /// wrong both ways.
  private static void compareUnits(Pair<Shape> shapes, Comparison walk) {
    Pair<Optional<At>> units = ShapeRules.first(shapes, "x-unit");
    if (units.older().isPresent()
        && !units.older().map(At::node).equals(units.newer().map(At::node))) {
      walk.refuse(
          shapes.direction(),
          Refusal.ofKeyword(Rule.UNIT_CHANGED, units)
              .name(Subject.of(parent(units.newer().or(units::older).orElseThrow())))
              .words(words(units.older()), words(units.newer())));
    }
  }

  private static void describedValuesStay(Pair<Shape> shapes, Comparison walk) {
    Map<String, At> after = shapes.newer().describedValues();
    List<String> gone = new ArrayList<>();
    Optional<At> where = Optional.empty();
    for (Map.Entry<String, At> value : shapes.older().describedValues().entrySet()) {
      if (!after.containsKey(value.getKey()) && !isListed(shapes.newer(), value.getKey())) {
        gone.add('"' + value.getKey() + '"');
        where = where.or(() -> Optional.of(value.getValue()));
      }
    }
    if (!gone.isEmpty()) {
      Optional<At> newer =
          after.values().stream().findFirst().or(() -> shapes.newer().first("enum"));
      walk.refuse(
          shapes.direction(),
          Refusal.ofKeyword(Rule.ENUM_VALUE_REMOVED, where, newer)
              .words(Refusal.quoted(gone), "nothing"));
    }
  }

  private static boolean isListed(Shape shape, String value) {
    return shape
        .values()
        .map(values -> values.values().stream().anyMatch(v -> value.equals(v.textValue())))
        .orElse(false);
  }

  private static String parent(At keyword) {
    return keyword.pointer().substring(0, keyword.pointer().lastIndexOf('/'));
  }

  private static String words(Optional<At> unit) {
    return unit.map(at -> at.node().asText()).orElse("no unit");
  }
}
