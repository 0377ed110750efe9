package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stop of a trip, as routing planned it.
///
/// @param placeNo place in the planned order, from 1; drivers may take another
/// @param plannedArrival null when not planned
/// @param plannedDeparture null when not planned
record PlannedStop(
    String stopId,
    int placeNo,
    Kind kind,
    String locationName,
    Place place,
    @Nullable Instant plannedArrival,
    @Nullable Instant plannedDeparture) {

  /// What is done at a stop.
  enum Kind {
    /// Freight is loaded.
    PICKUP,
    /// Freight is unloaded.
    DELIVERY
  }
}
