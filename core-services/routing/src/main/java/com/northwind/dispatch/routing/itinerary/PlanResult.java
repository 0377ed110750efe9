package com.northwind.dispatch.routing.itinerary;

/// What planning an assignment comes to.
sealed interface PlanResult {

  /// Every stop is served in its window.
  record Planned(Itinerary itinerary) implements PlanResult {}

  /// No order serves every stop.
  ///
  /// @param stopId the stop that fails; empty when it is about the whole load
  /// @param detail why, in one sentence for the dispatcher
  record Impossible(String stopId, String detail) implements PlanResult {}
}
