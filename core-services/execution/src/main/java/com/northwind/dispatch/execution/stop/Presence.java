package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;

/// Where the geofence sees a vehicle, with regard to one stop of its route.
sealed interface Presence {

  /// Not there yet.
  record Away() implements Presence {}

  /// Inside, but that may be passing by.
  ///
  /// @param since time of the first fix inside
  /// @param where place of that fix
  /// @param slow whether the newest fix inside was slow
  record Entering(Instant since, Place where, boolean slow) implements Presence {}

  /// Arrived.
  record There() implements Presence {}

  /// Outside, but that may be a stray fix.
  ///
  /// @param since time of the first fix outside
  /// @param where place of that fix
  record Leaving(Instant since, Place where) implements Presence {}

  /// Departed. A stop is visited once.
  record Left() implements Presence {}
}
