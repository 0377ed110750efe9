package com.northwind.dispatch.loadplanning.load;

/// What is done at a stop.
public enum StopKind {
  /// Freight is loaded.
  PICKUP,
  /// Freight is unloaded.
  DELIVERY
}
