package com.northwind.dispatch.routing.itinerary;

/// Where the route of one load stands.
///
/// @param lastSequenceNo number of the newest decision; 0 before the first
/// @param closedThrough assignments up to this number are over; 0 when none is
/// @param calledOff the load will never be driven
record LoadRoute(
    LoadId load, int lastSequenceNo, int closedThrough, boolean calledOff, Standing standing) {

  /// What holds now.
  sealed interface Standing {
    /// The assignment it is about; 0 when there has been none.
    int assignmentNo();

    /// No assignment has been routed.
    record Unrouted() implements Standing {
      @Override
      public int assignmentNo() {
        return 0;
      }
    }

    /// A route holds.
    record Live(int assignmentNo, int sequenceNo) implements Standing {}

    /// The newest route was revoked.
    record Revoked(int assignmentNo, int sequenceNo, int revokedBySequenceNo) implements Standing {}

    /// The newest assignment has no route.
    record Infeasible(int assignmentNo, int sequenceNo) implements Standing {}

    /// The newest route was driven to its end.
    record Driven(int assignmentNo, int sequenceNo) implements Standing {}
  }

  /// A load nothing is known of.
  static LoadRoute unknown(LoadId load) {
    return new LoadRoute(load, 0, 0, false, new Standing.Unrouted());
  }

  /// The state after an event.
  LoadRoute evolve(RouteEvent event) {
    return switch (event) {
      case RouteEvent.Assigned e -> decided(e, new Standing.Live(e.assignmentNo(), e.sequenceNo()));
      case RouteEvent.Revoked e ->
          decided(e, new Standing.Revoked(e.assignmentNo(), e.revokedSequenceNo(), e.sequenceNo()));
      case RouteEvent.Infeasible e ->
          decided(e, new Standing.Infeasible(e.assignmentNo(), e.sequenceNo()));
      case RouteEvent.AssignmentsClosed e ->
          new LoadRoute(
              load,
              lastSequenceNo,
              Math.max(closedThrough, e.throughAssignmentNo()),
              calledOff,
              standing);
      case RouteEvent.LoadClosed _ ->
          new LoadRoute(load, lastSequenceNo, closedThrough, true, standing);
      case RouteEvent.Driven e ->
          new LoadRoute(
              load,
              lastSequenceNo,
              Math.max(closedThrough, e.assignmentNo()),
              calledOff,
              standing instanceof Standing.Live live
                  ? new Standing.Driven(live.assignmentNo(), live.sequenceNo())
                  : standing);
    };
  }

  private LoadRoute decided(RouteEvent.Decision decision, Standing next) {
    return new LoadRoute(load, decision.sequenceNo(), closedThrough, calledOff, next);
  }
}
