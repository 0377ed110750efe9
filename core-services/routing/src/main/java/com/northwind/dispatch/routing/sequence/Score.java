package com.northwind.dispatch.routing.sequence;

import java.util.Comparator;

/// What an order of stops comes to; the lower the better, first number first.
///
/// @param lateSec seconds late against the windows, summed over the stops
/// @param finishSec departure from the last stop, seconds since 1970 UTC
/// @param distanceM metres driven
public record Score(long lateSec, long finishSec, long distanceM) implements Comparable<Score> {
  private static final Comparator<Score> ORDER =
      Comparator.comparingLong(Score::lateSec)
          .thenComparingLong(Score::finishSec)
          .thenComparingLong(Score::distanceM);

  /// Whether this is better than another score.
  public boolean beats(Score other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Score other) {
    return ORDER.compare(this, other);
  }
}
