package com.northwind.dispatch.routing.sequence;

import com.northwind.dispatch.routing.travel.Place;

/// One stop, as far as its order matters. Times are seconds since 1970 UTC.
///
/// @param place where it is
/// @param opensSec earliest start of service; [#ALWAYS_OPEN] when open
/// @param closesSec latest arrival; [#NEVER_CLOSES] when open
/// @param serviceSec how long loading or unloading takes
public record Visit(Place place, long opensSec, long closesSec, long serviceSec) {
  /// No earliest start of service.
  public static final long ALWAYS_OPEN = 0;

  /// No latest arrival.
  public static final long NEVER_CLOSES = Long.MAX_VALUE / 4;

  public Visit {
    if (serviceSec < 0) {
      throw new IllegalArgumentException("service cannot take " + serviceSec + " s");
    }
  }

  /// Seconds after the window's end that an arrival comes; 0 when it is in time.
  public long lateSec(long arrivalSec) {
    return Math.max(0, arrivalSec - closesSec);
  }

  /// When a truck that arrives then is served and leaves.
  public long departureSec(long arrivalSec) {
    return Math.max(arrivalSec, opensSec) + serviceSec;
  }
}
