package com.northwind.dispatch.routing.travel;

/// The way from one place to another. Whole units, so that sums are exact and every replay decides
/// the same.
///
/// @param distanceM metres, at least 0
/// @param driveSec seconds at the wheel, at least 0
public record Leg(long distanceM, long driveSec) {
  /// No way at all.
  public static final Leg NONE = new Leg(0, 0);

  public Leg {
    if (distanceM < 0 || driveSec < 0) {
      throw new IllegalArgumentException(
          "a leg cannot be negative: " + distanceM + ", " + driveSec);
    }
  }
}
