package com.northwind.dispatch.routing.itinerary;

import java.time.Instant;
import java.util.List;

/// A load in the hands of a driver and a tractor: what routing is asked to order.
///
/// @param assignmentNo which assignment of the load this is, from 1
/// @param stops in the order the customer named them
/// @param assignedAt when the dispatcher assigned it; the earliest start of the route
record Assignment(
    LoadId load,
    int assignmentNo,
    String driverId,
    String tractorId,
    List<FreightStop> stops,
    Instant assignedAt) {
  Assignment {
    stops = List.copyOf(stops);
  }
}
