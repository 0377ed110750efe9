package com.northwind.dispatch.simulator.tablet;

import java.time.Duration;

/// How tablets and their drivers behave.
///
/// @param stopTime how long a driver spends on one stop: arrive, load or unload, depart
/// @param welcomePatience how long a tablet waits for the answer to its Hello, connecting included
/// @param outboxActions a driver with this many unacknowledged actions waits before the next stop
public record TabletSettings(Duration stopTime, Duration welcomePatience, int outboxActions) {

  /// What the field's tablets do: 15 s of patience, 500 actions kept.
  public static TabletSettings of(Duration stopTime) {
    return new TabletSettings(stopTime, Duration.ofSeconds(15), 500);
  }
}
