package com.northwind.dispatch.execution.stop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stop of a trip and how far it has come.
///
/// @param presence what the geofence sees
/// @param arrivedAt first evidence of arrival; null while there is none
/// @param completedAt first evidence that the work is done; null while there is none
/// @param departedAt first evidence of departure; null while there is none
record RunStop(
    LoadId load,
    int assignmentNo,
    PlannedStop planned,
    Presence presence,
    @Nullable Instant arrivedAt,
    @Nullable Instant completedAt,
    @Nullable Instant departedAt) {

  /// The same with another presence.
  RunStop with(Presence next) {
    return new RunStop(load, assignmentNo, planned, next, arrivedAt, completedAt, departedAt);
  }

  /// Whether anything has happened here.
  boolean isTouched() {
    return arrivedAt != null
        || completedAt != null
        || departedAt != null
        || !(presence instanceof Presence.Away);
  }

  /// Whether the geofence still has something to see here.
  boolean isWatched() {
    return switch (presence) {
      case Presence.Away _ -> departedAt == null;
      case Presence.Entering _, Presence.There _, Presence.Leaving _ -> true;
      case Presence.Left _ -> false;
    };
  }
}
