package com.northwind.dispatch.loadplanning.load;

/// Why a load is taken from its driver.
public enum ReleaseReason {
  /// A dispatcher took it back.
  DISPATCHER,
  /// The driver declined it.
  DECLINED,
  /// Its route was revoked.
  ROUTE_REVOKED,
  /// No route meets its windows.
  INFEASIBLE
}
