package com.northwind.dispatch.contractrules.compatibility;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Numbers: range, step, and how wide they are (`format`).
final class NumberRules {
  private static final int LONGEST_NUMBER_DIGITS = 1_000;

  private NumberRules() {}

  static void compare(JsonType type, Pair<Shape> shapes, Comparison walk) {
    Pair<Bounds> bounds =
        new Pair<>(bounds(type, shapes.older()), bounds(type, shapes.newer()), shapes.direction());
    compareEnds(bounds.with(bounds.writer().lower(), bounds.reader().lower()), true, walk);
    compareEnds(bounds.with(bounds.writer().upper(), bounds.reader().upper()), false, walk);
    compareSteps(type, shapes, walk);
    Formats.compare(type, shapes, walk);
  }

  /// What every number of a shape is a multiple of.
  static List<BigDecimal> steps(Shape shape) {
    return shape.all("multipleOf").stream()
        .filter(step -> step.node().isNumber() && step.node().decimalValue().signum() > 0)
        .map(step -> step.node().decimalValue())
        .toList();
  }

  /// Whether a number is a multiple of a step, as far as that is cheap to tell.
  static boolean divides(BigDecimal step, BigDecimal number) {
    long digits =
        Math.abs((long) step.scale())
            + Math.abs((long) number.scale())
            + step.precision()
            + number.precision();
    if (digits > LONGEST_NUMBER_DIGITS) {
      return step.compareTo(number) == 0;
    }
    return number.remainder(step).signum() == 0;
  }

  private static Bounds bounds(JsonType type, Shape shape) {
    return type == JsonType.INTEGER ? Bounds.of(shape).whole() : Bounds.of(shape);
  }

  private static void compareEnds(
      Pair<Optional<Bounds.Bound>> ends, boolean lower, Comparison walk) {
    if (ends.reader().isPresent() && Bounds.isTighter(ends.reader().get(), ends.writer(), lower)) {
      walk.refuse(
          ends.direction(),
          Refusal.ofKeyword(
              ends.rule(Rule.RANGE_NARROWED, Rule.RANGE_WIDENED),
              ends.older().map(Bounds.Bound::keyword),
              ends.newer().map(Bounds.Bound::keyword)));
    }
  }

  private static void compareSteps(JsonType type, Pair<Shape> shapes, Comparison walk) {
    List<BigDecimal> written = steps(shapes.writer());
    for (BigDecimal step : steps(shapes.reader())) {
      boolean holds =
          written.stream().anyMatch(finer -> divides(step, finer))
              || (type == JsonType.INTEGER && divides(step, BigDecimal.ONE));
      if (!holds) {
        walk.refuse(
            shapes.direction(),
            Refusal.ofKeyword(
                shapes.rule(Rule.STEP_NARROWED, Rule.STEP_WIDENED),
                ShapeRules.first(shapes, "multipleOf")));
      }
    }
  }
}
