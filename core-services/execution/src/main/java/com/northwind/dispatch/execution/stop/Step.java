package com.northwind.dispatch.execution.stop;

/// A step of the work at a stop.
enum Step {
  /// The vehicle reached the stop.
  ARRIVED,
  /// Freight is loaded, or unloaded.
  COMPLETED,
  /// The vehicle left the stop.
  DEPARTED
}
