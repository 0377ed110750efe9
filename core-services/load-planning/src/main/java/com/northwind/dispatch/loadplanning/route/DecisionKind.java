package com.northwind.dispatch.loadplanning.route;

/// What routing decided about a load.
enum DecisionKind {
  /// How it is driven.
  ASSIGNED,
  /// An earlier decision no longer holds.
  REVOKED,
  /// It cannot be driven.
  INFEASIBLE
}
