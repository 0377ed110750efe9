package com.northwind.dispatch.routing.itinerary;

import java.time.Instant;

/// What can happen to the route of a load. The first three are decisions: each has its own number
/// in its load and is published; the others are only remembered.
sealed interface RouteEvent {
  LoadId load();

  /// A decision of routing about a load.
  ///
  /// `sequenceNo` numbers the decisions of a load from 1, without gaps; `decidedAt` is when routing
  /// decided.
  sealed interface Decision extends RouteEvent {
    int sequenceNo();

    int assignmentNo();

    Instant decidedAt();
  }

  /// The assignment is driven like this.
  record Assigned(
      LoadId load,
      int sequenceNo,
      int assignmentNo,
      String driverId,
      String tractorId,
      Itinerary itinerary,
      Instant decidedAt)
      implements Decision {}

  /// The route no longer holds.
  ///
  /// @param revokedSequenceNo number of the decision that no longer holds
  /// @param detail why, in one sentence for the dispatcher
  /// @param actor who asked for it
  record Revoked(
      LoadId load,
      int sequenceNo,
      int revokedSequenceNo,
      int assignmentNo,
      RevokeReason reason,
      String detail,
      String actor,
      Instant decidedAt)
      implements Decision {}

  /// No order serves every stop of the assignment.
  ///
  /// @param stopId the stop that fails; empty when it is about the whole load
  /// @param detail why, in one sentence for the dispatcher
  record Infeasible(
      LoadId load,
      int sequenceNo,
      int assignmentNo,
      String stopId,
      String detail,
      Instant decidedAt)
      implements Decision {}

  /// Assignments up to this number are over: whatever comes late about them changes nothing.
  record AssignmentsClosed(LoadId load, int throughAssignmentNo) implements RouteEvent {}

  /// The load is called off for good.
  record LoadClosed(LoadId load) implements RouteEvent {}

  /// Every stop was served.
  record Driven(LoadId load, int assignmentNo) implements RouteEvent {}
}
