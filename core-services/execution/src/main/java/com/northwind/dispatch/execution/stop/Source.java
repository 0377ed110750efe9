package com.northwind.dispatch.execution.stop;

/// What says that a step was taken.
enum Source {
  /// The vehicle's position, against the stop's geofence.
  GEOFENCE,
  /// The driver, on the tablet.
  DRIVER
}
