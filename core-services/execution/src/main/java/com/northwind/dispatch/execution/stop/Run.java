package com.northwind.dispatch.execution.stop;

import java.util.Optional;

/// How a load is being driven.
///
/// @param closedThrough assignments up to this number are over; 0 when none is
/// @param calledOff the load will never be driven
record Run(LoadId load, int closedThrough, boolean calledOff, Standing standing) {

  /// What holds now.
  sealed interface Standing {
    /// No route has come in.
    record None() implements Standing {}

    /// The trip is on.
    record Driving(Trip trip) implements Standing {}

    /// The trip is over.
    record Ended(Trip trip, How how) implements Standing {}
  }

  /// How a trip came to its end.
  enum How {
    /// Every stop is done.
    COMPLETED,
    /// Its route was revoked.
    REVOKED,
    /// The load was taken from its driver, or called off.
    WITHDRAWN
  }

  /// A load nothing is known of.
  static Run unknown(LoadId load) {
    return new Run(load, 0, false, new Standing.None());
  }

  /// The newest trip, on or over.
  Optional<Trip> trip() {
    return switch (standing) {
      case Standing.None _ -> Optional.empty();
      case Standing.Driving(Trip trip) -> Optional.of(trip);
      case Standing.Ended(Trip trip, How _) -> Optional.of(trip);
    };
  }

  /// Number of the newest trip's assignment; 0 when there is none.
  int assignmentNo() {
    return trip().map(Trip::assignmentNo).orElse(0);
  }
}
