package com.northwind.dispatch.routing.itinerary;

import java.util.List;

/// What a command comes to.
sealed interface Outcome {

  /// It changes the state by these events, in their order.
  record Changed(List<RouteEvent> events) implements Outcome {
    public Changed {
      events = List.copyOf(events);
    }
  }

  /// It changes nothing, and that is as it should be.
  record Ignored(Reason reason) implements Outcome {}

  /// It cannot be done.
  ///
  /// @param detail why, in one sentence for whoever asked
  record Refused(Refusal refusal, String detail) implements Outcome {}

  /// Why something is ignored; counted by this name.
  enum Reason {
    /// This assignment was decided before.
    DUPLICATE,
    /// It is about an assignment that is over or was followed by another.
    STALE,
    /// The load was called off.
    CALLED_OFF,
    /// There is no live route to end.
    NO_LIVE_ROUTE
  }

  /// Why something is refused.
  enum Refusal {
    /// Routing has never decided about the load.
    UNKNOWN,
    /// No route of the load holds now.
    NOT_LIVE
  }
}
