package com.northwind.dispatch.loadplanning.load;

/// Where a load stands, as dispatchers see it.
public enum LoadStatus {
  /// Waits for a driver.
  AVAILABLE,
  /// Has a driver, and no route yet.
  PLANNED,
  /// Is on the driver's sheet.
  DISPATCHED,
  /// The driver took it on.
  ACCEPTED,
  /// A stop was reached.
  IN_PROGRESS,
  /// Every stop was left.
  COMPLETED,
  /// Called off.
  CANCELLED
}
