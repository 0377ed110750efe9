package com.northwind.dispatch.tabletpush.session;

import java.time.Instant;
import java.util.Comparator;

/// Which of two sessions is newer. The higher number is; two gateways that gave out the same number
/// at the same time both decide by the moment, then by their names, and so agree.
///
/// @param number from 1
/// @param since when the session began, by its gateway's clock
/// @param node the gateway that holds it
public record SessionEpoch(long number, Instant since, String node)
    implements Comparable<SessionEpoch> {
  /// Highest number any gateway gives out.
  public static final long MAX_NUMBER = Integer.MAX_VALUE;

  private static final Comparator<SessionEpoch> BY_AGE =
      Comparator.comparingLong(SessionEpoch::number)
          .thenComparing(SessionEpoch::since)
          .thenComparing(SessionEpoch::node);

  @Override
  public int compareTo(SessionEpoch other) {
    return BY_AGE.compare(this, other);
  }

  /// Whether this session displaces the other.
  public boolean isNewerThan(SessionEpoch other) {
    return compareTo(other) > 0;
  }
}
