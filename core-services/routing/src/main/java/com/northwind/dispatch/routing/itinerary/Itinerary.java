package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.routing.sequence.Proof;
import com.northwind.dispatch.routing.travel.Leg;
import java.time.Instant;
import java.util.List;

/// Stops in the order they are to be driven, with when.
///
/// @param distanceM metres from the first stop to the last
/// @param driveSec seconds at the wheel
/// @param proof whether the order is the best there is
/// @param travelModel names the model the legs come from
record Itinerary(List<Call> calls, long distanceM, long driveSec, Proof proof, String travelModel) {

  /// A stop in its place.
  ///
  /// @param leg the way from the stop before; nothing for the first
  record Call(FreightStop stop, Leg leg, Instant arrival, Instant departure) {}

  Itinerary {
    calls = List.copyOf(calls);
  }
}
