package com.northwind.dispatch.loadplanning.load;

import com.northwind.dispatch.servicekit.audit.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes what happened to a load as a line of its history.
public final class LoadAuditLines {
  private LoadAuditLines() {}

  /// The line for an event.
  ///
  /// @param now when the service decided, for events that carry no time of their own
  public static AuditEntry of(LoadId load, LoadEvent event, Cause cause, Instant now) {
    return switch (event) {
      case LoadEvent.Tendered tendered ->
          line(load, tendered.tenderedAt(), tendered.actor(), "entered", null, cause);
      case LoadEvent.Assigned(Assignment a, _) ->
          line(
              load,
              a.assignedAt(),
              a.assignedBy(),
              "assigned to driver %s with tractor %s (assignment %d)"
                  .formatted(a.driver(), a.tractor(), a.no()),
              null,
              cause);
      case LoadEvent.Routed(int sequenceNo) ->
          line(load, now, "routing", "put on the driver's sheet", "route " + sequenceNo, cause);
      case LoadEvent.Accepted(Assignment a, Instant at) ->
          line(load, at, a.driver().value(), "accepted by the driver", null, cause);
      case LoadEvent.StopReached(String stop, Instant at) ->
          line(load, at, "execution", "arrived at stop " + stop, null, cause);
      case LoadEvent.StopLeft(String stop, Instant at) ->
          line(load, at, "execution", "departed from stop " + stop, null, cause);
      case LoadEvent.Released released ->
          line(
              load,
              released.releasedAt(),
              released.actor(),
              "taken from driver " + released.assignment().driver() + ", open again",
              released.note(),
              cause);
      case LoadEvent.Completed completed ->
          line(load, completed.completedAt(), "execution", "completed", null, cause);
      case LoadEvent.Cancelled cancelled ->
          line(
              load,
              cancelled.cancelledAt(),
              cancelled.actor(),
              "cancelled",
              cancelled.reason(),
              cause);
    };
  }

  private static AuditEntry line(
      LoadId load, Instant at, String actor, String what, @Nullable String why, Cause cause) {
    return new AuditEntry(load.value(), at, actor, what, why, cause.id());
  }
}
