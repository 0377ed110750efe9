package com.northwind.dispatch.contractrules.compatibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// The range of numbers a shape allows.
record Bounds(Optional<Bound> lower, Optional<Bound> upper) {
  private static final int LONGEST_NUMBER_DIGITS = 1_000;

  /// One end of a range.
  ///
  /// @param value the number there
  /// @param exclusive whether that number itself is outside
  /// @param keyword where it is written
  record Bound(BigDecimal value, boolean exclusive, At keyword) {
    /// For whole numbers: the outermost one inside.
    Bound whole(boolean lower) {
      boolean tooLong = Math.abs((long) value.precision() - value.scale()) > LONGEST_NUMBER_DIGITS;
      if (tooLong) {
        return this;
      }
      BigDecimal inside = value.setScale(0, lower ? RoundingMode.CEILING : RoundingMode.FLOOR);
      if (exclusive && inside.compareTo(value) == 0) {
        inside = lower ? inside.add(BigDecimal.ONE) : inside.subtract(BigDecimal.ONE);
      }
      return new Bound(inside, false, keyword);
    }
  }

  /// Reads minimum, maximum and their exclusive forms, including the truth values of draft 4.
  static Bounds of(Shape shape) {
    return new Bounds(
        end(shape, "minimum", "exclusiveMinimum", true),
        end(shape, "maximum", "exclusiveMaximum", false));
  }

  /// The same range for whole numbers.
  Bounds whole() {
    return new Bounds(lower.map(b -> b.whole(true)), upper.map(b -> b.whole(false)));
  }

  boolean contain(BigDecimal value) {
    return lower.map(b -> fits(value.compareTo(b.value()), b)).orElse(true)
        && upper.map(b -> fits(b.value().compareTo(value), b)).orElse(true);
  }

  /// Whether one end lies further inside than another that may not be there at all.
  static boolean isTighter(Bound one, Optional<Bound> other, boolean lower) {
    if (other.isEmpty()) {
      return true;
    }
    int order = one.value().compareTo(other.get().value());
    if (order == 0) {
      return one.exclusive() && !other.get().exclusive();
    }
    return lower == order > 0;
  }

  private static boolean fits(int order, Bound bound) {
    return bound.exclusive() ? order > 0 : order >= 0;
  }

  private static Optional<Bound> end(
      Shape shape, String inclusiveName, String exclusiveName, boolean lower) {
    Optional<Bound> tightest = Optional.empty();
    for (At schema : shape.plain()) {
      At inclusive = schema.child(inclusiveName);
      At exclusive = schema.child(exclusiveName);
      if (inclusive.node().isNumber()) {
        boolean draft4 = exclusive.node().isBoolean() && exclusive.node().booleanValue();
        tightest =
            tighter(new Bound(inclusive.node().decimalValue(), draft4, inclusive), tightest, lower);
      }
      if (exclusive.node().isNumber()) {
        tightest =
            tighter(new Bound(exclusive.node().decimalValue(), true, exclusive), tightest, lower);
      }
    }
    return tightest;
  }

  private static Optional<Bound> tighter(Bound bound, Optional<Bound> than, boolean lower) {
    return isTighter(bound, than, lower) ? Optional.of(bound) : than;
  }
}
