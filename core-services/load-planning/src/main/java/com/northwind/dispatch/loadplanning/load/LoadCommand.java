package com.northwind.dispatch.loadplanning.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be asked of a load, or reported about it. The instant comes with it: deciding needs no
/// clock.
public sealed interface LoadCommand {

  /// A dispatcher gives it to a driver.
  record Assign(
      DriverId driver,
      TractorId tractor,
      @Nullable String trailerId,
      Instant at,
      String actor,
      String commandId)
      implements LoadCommand {}

  /// A dispatcher takes it back.
  record Unassign(String reason, Instant at, String actor) implements LoadCommand {}

  /// A dispatcher calls it off.
  record Cancel(CancelClass reasonClass, String reason, Instant at, String actor)
      implements LoadCommand {}

  /// Routing decided how it is driven.
  record ApplyRoute(int assignmentNo, int sequenceNo) implements LoadCommand {}

  /// Routing revoked a decision.
  record RevokeRoute(
      int assignmentNo, int revokedSequenceNo, String because, Instant at, String actor)
      implements LoadCommand {}

  /// Routing found no way to drive it.
  record ReportInfeasible(int assignmentNo, String because, Instant at, String actor)
      implements LoadCommand {}

  /// The driver takes it on.
  ///
  /// @param sawCurrent whether the sheet the driver saw is one that shows the current assignment
  record Accept(DriverId driver, boolean sawCurrent, Instant at) implements LoadCommand {}

  /// The driver turns it down.
  ///
  /// @param sawCurrent whether the sheet the driver saw is one that shows the current assignment
  record Decline(DriverId driver, boolean sawCurrent, String because, Instant at)
      implements LoadCommand {}

  /// The vehicle arrived at a stop.
  record ReportReached(int assignmentNo, String stopId, Instant at) implements LoadCommand {}

  /// The vehicle departed from a stop.
  record ReportLeft(int assignmentNo, String stopId, Instant at) implements LoadCommand {}
}
