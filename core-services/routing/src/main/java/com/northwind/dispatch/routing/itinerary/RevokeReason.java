package com.northwind.dispatch.routing.itinerary;

/// Why a route no longer holds.
enum RevokeReason {
  /// Tractor or trailer broke down.
  BREAKDOWN,
  /// The driver's hours are used up.
  HOURS_OF_SERVICE,
  /// A road on the route is closed.
  ROAD_CLOSED,
  /// The load was unassigned or cancelled; only the service itself says so.
  LOAD_WITHDRAWN,
  /// An operator revoked it.
  OPERATOR
}
