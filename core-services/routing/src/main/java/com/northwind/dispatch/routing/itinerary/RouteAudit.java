package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.routing.sequence.Proof;
import com.northwind.dispatch.servicekit.audit.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Route events as lines of the audit.
final class RouteAudit {
  private RouteAudit() {}

  static AuditEntry entry(RouteEvent event, String cause, Instant now) {
    return switch (event) {
      case RouteEvent.Assigned e -> line(e, e.decidedAt(), RouteDecider.SELF, what(e), null, cause);
      case RouteEvent.Revoked e ->
          line(
              e,
              e.decidedAt(),
              e.actor(),
              "Decision " + e.revokedSequenceNo() + " revoked: " + e.reason(),
              e.detail(),
              cause);
      case RouteEvent.Infeasible e ->
          line(
              e,
              e.decidedAt(),
              RouteDecider.SELF,
              "No route for assignment " + e.assignmentNo(),
              e.detail(),
              cause);
      case RouteEvent.AssignmentsClosed e ->
          line(
              e,
              now,
              RouteDecider.SELF,
              "Assignments up to " + e.throughAssignmentNo() + " are over",
              null,
              cause);
      case RouteEvent.LoadClosed e ->
          line(e, now, RouteDecider.SELF, "The load is called off", null, cause);
      case RouteEvent.Driven e ->
          line(
              e,
              now,
              RouteDecider.SELF,
              "Assignment " + e.assignmentNo() + " was driven to its end",
              null,
              cause);
    };
  }

  private static String what(RouteEvent.Assigned e) {
    Itinerary itinerary = e.itinerary();
    return "Assignment "
        + e.assignmentNo()
        + " routed: "
        + itinerary.calls().size()
        + " stops, "
        + itinerary.distanceM() / 1_000
        + " km, "
        + (itinerary.proof() == Proof.EXACT ? "best order" : "best order found");
  }

  private static AuditEntry line(
      RouteEvent event, Instant at, String actor, String what, @Nullable String why, String cause) {
    return new AuditEntry(event.load().value(), at, actor, what, why, cause);
  }
}
