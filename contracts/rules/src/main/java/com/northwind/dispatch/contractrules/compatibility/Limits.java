package com.northwind.dispatch.contractrules.compatibility;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/// How long a text, how many the elements of a list or the properties of an object may be.
///
/// @param least the keyword of the smallest allowed size
/// @param most the keyword of the largest
record Limits(String least, String most, Rule narrowed, Rule widened) {
  static final Limits LENGTH =
      new Limits("minLength", "maxLength", Rule.LENGTH_NARROWED, Rule.LENGTH_WIDENED);
  static final Limits ELEMENTS =
      new Limits("minItems", "maxItems", Rule.COUNT_NARROWED, Rule.COUNT_WIDENED);
  static final Limits PROPERTIES =
      new Limits("minProperties", "maxProperties", Rule.COUNT_NARROWED, Rule.COUNT_WIDENED);

  static void compare(Pair<Shape> shapes, Limits limits, Comparison walk) {
    compare(shapes, limits, 0, Optional.empty(), walk);
  }

  /// Compares the sizes, where the writer's own shape may hold them closer than its keywords say.
  ///
  /// @param writtenAtLeast smallest size the writer can write at all
  /// @param writtenAtMost largest size the writer can write at all
  static void compare(
      Pair<Shape> shapes,
      Limits limits,
      int writtenAtLeast,
      Optional<Integer> writtenAtMost,
      Comparison walk) {
    BigDecimal least = BigDecimal.valueOf(writtenAtLeast);
    Optional<BigDecimal> most = writtenAtMost.map(BigDecimal::valueOf);
    BigDecimal writtenLeast = limits.least(shapes.writer()).map(l -> l.max(least)).orElse(least);
    Optional<BigDecimal> keywordMost = limits.most(shapes.writer());
    Optional<BigDecimal> writtenMost =
        most.map(m -> keywordMost.map(m::min).orElse(m)).or(() -> keywordMost);
    if (limits.least(shapes.reader()).filter(l -> l.compareTo(writtenLeast) > 0).isPresent()) {
      refuse(shapes, limits, limits.least, walk);
    }
    Optional<BigDecimal> readableMost = limits.most(shapes.reader());
    if (readableMost.isPresent()
        && writtenMost.filter(w -> w.compareTo(readableMost.get()) <= 0).isEmpty()) {
      refuse(shapes, limits, limits.most, walk);
    }
  }

  /// The largest size the keywords of a shape allow.
  Optional<BigDecimal> most(Shape shape) {
    return shape.all(most).stream()
        .filter(at -> at.node().isNumber())
        .map(at -> at.node().decimalValue())
        .min(Comparator.naturalOrder());
  }

  /// Whether a size is within the keywords of a shape.
  boolean contain(Shape shape, BigDecimal size) {
    return least(shape).filter(limit -> limit.compareTo(size) > 0).isEmpty()
        && most(shape).filter(limit -> limit.compareTo(size) < 0).isEmpty();
  }

  private Optional<BigDecimal> least(Shape shape) {
    return shape.all(least).stream()
        .filter(at -> at.node().isNumber())
        .map(at -> at.node().decimalValue())
        .max(Comparator.naturalOrder());
  }

  private static void refuse(Pair<Shape> shapes, Limits limits, String keyword, Comparison walk) {
    walk.refuse(
        shapes.direction(),
        Refusal.ofKeyword(
            shapes.rule(limits.narrowed, limits.widened), ShapeRules.first(shapes, keyword)));
  }
}
