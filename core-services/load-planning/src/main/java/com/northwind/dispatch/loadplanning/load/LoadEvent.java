package com.northwind.dispatch.loadplanning.load;

import java.time.Instant;

/// What can happen to a load. Every instant is UTC, taken from the clock of whoever acted.
public sealed interface LoadEvent {

  /// It is known.
  record Tendered(Freight freight, Instant tenderedAt, String actor) implements LoadEvent {}

  /// A dispatcher gave it to a driver.
  record Assigned(Assignment assignment, String commandId) implements LoadEvent {}

  /// Its route is decided: it goes onto the driver's sheet, or changes there.
  record Routed(int sequenceNo) implements LoadEvent {}

  /// The driver took it on.
  record Accepted(Assignment assignment, Instant acceptedAt) implements LoadEvent {}

  /// The vehicle arrived at a stop.
  record StopReached(String stopId, Instant at) implements LoadEvent {}

  /// The vehicle departed from a stop.
  record StopLeft(String stopId, Instant at) implements LoadEvent {}

  /// Its driver no longer has it, and it is open again.
  ///
  /// @param assignment the assignment that ended
  /// @param note what happened and why, in one sentence for the dispatcher
  record Released(
      Assignment assignment, ReleaseReason reason, String note, Instant releasedAt, String actor)
      implements LoadEvent {}

  /// Every stop was left.
  record Completed(Assignment assignment, Instant completedAt) implements LoadEvent {}

  /// It is called off.
  ///
  /// @param endedAssignmentNo the assignment that ended with it, 0 when nobody had it
  record Cancelled(
      int endedAssignmentNo,
      CancelClass reasonClass,
      String reason,
      Instant cancelledAt,
      String actor)
      implements LoadEvent {}
}
