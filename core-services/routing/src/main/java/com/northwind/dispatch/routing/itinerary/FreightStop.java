package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.routing.travel.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place to visit, what to do there and when.
///
/// @param stopId unique in its load
/// @param windowStart earliest start of service; null when open
/// @param windowEnd latest arrival; null when open
/// @param consignmentIds what is picked up or delivered here
record FreightStop(
    String stopId,
    Kind kind,
    String locationName,
    Place place,
    @Nullable Instant windowStart,
    @Nullable Instant windowEnd,
    Duration service,
    List<String> consignmentIds) {

  /// What is done at a stop.
  enum Kind {
    /// Freight is loaded.
    PICKUP,
    /// Freight is unloaded.
    DELIVERY
  }

  FreightStop {
    consignmentIds = List.copyOf(consignmentIds);
  }

  /// How a dispatcher knows the stop: `S2 (delivery, Tulsa DC)`.
  String describe() {
    String what = kind == Kind.PICKUP ? "pick-up" : "delivery";
    return locationName.isEmpty()
        ? stopId + " (" + what + ")"
        : stopId + " (" + what + ", " + locationName + ")";
  }
}
