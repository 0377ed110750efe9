package com.northwind.dispatch.loadplanning.route;

import com.northwind.dispatch.contracts.routing.v1.RevokeReason;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.routing.v1.RouteStop;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetStop;
import com.northwind.dispatch.loadplanning.ledger.LoadBook;
import com.northwind.dispatch.loadplanning.ledger.Outcome;
import com.northwind.dispatch.loadplanning.load.Assignment;
import com.northwind.dispatch.loadplanning.load.Cause;
import com.northwind.dispatch.loadplanning.load.ContractTime;
import com.northwind.dispatch.loadplanning.load.Load;
import com.northwind.dispatch.loadplanning.load.LoadCommand;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.loadplanning.route.RouteDecisionStore.Known;
import com.northwind.dispatch.loadplanning.sheet.RouteSheets;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.database.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/// Applies routing's decisions to loads.
public final class RouteEffect implements EventApplier.Effect {
  private final LoadBook book;
  private final RouteSheets sheets;
  private final RouteDecisionStore decisions = new RouteDecisionStore();
  private final MeterRegistry meters;

  public RouteEffect(LoadBook book, RouteSheets sheets, MeterRegistry meters) {
    this.book = book;
    this.sheets = sheets;
    this.meters = meters;
  }

  @Override
  public void apply(Transaction transaction, ConsumedEvent consumed) throws SQLException {
    Cause cause = Cause.of(consumed.event().id(), consumed.event().traceparent());
    switch (consumed.event().data()) {
      case RouteAssigned assigned -> assigned(transaction, assigned, cause);
      case RouteRevoked revoked -> revoked(transaction, revoked, cause);
      case RouteInfeasible infeasible -> infeasible(transaction, infeasible, cause);
      default -> {}
    }
  }

  private void assigned(Transaction transaction, RouteAssigned event, Cause cause)
      throws SQLException {
    LoadId load = new LoadId(event.getLoadId());
    Instant now = book.now();
    if (note(
            transaction,
            load,
            event.getSequenceNo(),
            DecisionKind.ASSIGNED,
            event.getAssignmentNo(),
            now)
        != Known.NEW) {
      return;
    }
    Outcome outcome =
        book.change(
            transaction,
            load,
            new LoadCommand.ApplyRoute(event.getAssignmentNo(), event.getSequenceNo()),
            cause);
    count(DecisionKind.ASSIGNED, outcome);
    if (outcome instanceof Outcome.Done(Load.Held held)) {
      sheets.put(
          transaction,
          held.assignment().driver(),
          entry(held, event),
          held.progress().startedAt() != null,
          startsAt(held.assignment(), event),
          cause,
          now);
    }
  }

  private void revoked(Transaction transaction, RouteRevoked event, Cause cause)
      throws SQLException {
    LoadId load = new LoadId(event.getLoadId());
    Instant now = book.now();
    if (note(
            transaction,
            load,
            event.getSequenceNo(),
            DecisionKind.REVOKED,
            event.getAssignmentNo(),
            now)
        == Known.BEFORE) {
      return;
    }
    decisions.tombstone(
        transaction, load, event.getRevokedSequenceNo(), event.getAssignmentNo(), now);
    count(
        DecisionKind.REVOKED,
        book.change(
            transaction,
            load,
            new LoadCommand.RevokeRoute(
                event.getAssignmentNo(),
                event.getRevokedSequenceNo(),
                because(event.getReason(), event.getDetail()),
                ContractTime.instant(event.getDecidedTime()),
                event.getActor().isEmpty() ? "routing" : event.getActor()),
            cause));
  }

  private void infeasible(Transaction transaction, RouteInfeasible event, Cause cause)
      throws SQLException {
    LoadId load = new LoadId(event.getLoadId());
    if (note(
            transaction,
            load,
            event.getSequenceNo(),
            DecisionKind.INFEASIBLE,
            event.getAssignmentNo(),
            book.now())
        != Known.NEW) {
      return;
    }
    String because =
        event.getStopId().isEmpty()
            ? event.getDetail()
            : event.getDetail() + " (stop " + event.getStopId() + ")";
    count(
        DecisionKind.INFEASIBLE,
        book.change(
            transaction,
            load,
            new LoadCommand.ReportInfeasible(
                event.getAssignmentNo(),
                because,
                ContractTime.instant(event.getDecidedTime()),
                "routing"),
            cause));
  }

  private Known note(
      Transaction transaction,
      LoadId load,
      int sequenceNo,
      DecisionKind kind,
      int assignmentNo,
      Instant now)
      throws SQLException {
    Known known = decisions.note(transaction, load, sequenceNo, kind, assignmentNo, now);
    switch (known) {
      case NEW -> {}
      case OVERTAKEN -> ignored(kind, "overtaken");
      case BEFORE -> ignored(kind, "known");
    }
    return known;
  }

  private void count(DecisionKind kind, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done _ -> {}
      case Outcome.Refused _ -> ignored(kind, "stale");
      case Outcome.NoSuchLoad _ -> ignored(kind, "no-such-load");
    }
  }

  private void ignored(DecisionKind kind, String why) {
    meters
        .counter(
            "northwind.planning.route.decisions.ignored",
            "kind",
            kind.name().toLowerCase(Locale.ROOT),
            "why",
            why)
        .increment();
  }

  private static RouteSheetLoad entry(Load.Held load, RouteAssigned event) {
    Assignment assignment = load.assignment();
    RouteSheetLoad.Builder entry =
        RouteSheetLoad.newBuilder()
            .setLoadId(event.getLoadId())
            .setAssignmentNo(assignment.no())
            .setSequenceNo(event.getSequenceNo())
            .setTractorId(assignment.tractor().value())
            .setAssignedTime(ContractTime.of(assignment.assignedAt()))
            .setReference(load.freight().reference());
    if (assignment.trailerId() != null) {
      entry.setTrailerId(assignment.trailerId());
    }
    for (RouteStop stop : event.getRoute().getStopsList()) {
      entry.addStops(
          RouteSheetStop.newBuilder()
              .setStop(stop.getStop())
              .setPlannedArrivalTime(stop.getPlannedArrivalTime())
              .setPlannedDepartureTime(stop.getPlannedDepartureTime())
              .setLegDistanceKm(stop.getLegDistanceKm()));
    }
    return entry.build();
  }

  private static Instant startsAt(Assignment assignment, RouteAssigned event) {
    return event.getRoute().getStopsCount() == 0
        ? assignment.assignedAt()
        : ContractTime.instant(event.getRoute().getStops(0).getPlannedArrivalTime());
  }

  private static String because(RevokeReason reason, String detail) {
    String words =
        switch (reason) {
          case REVOKE_REASON_BREAKDOWN -> "breakdown";
          case REVOKE_REASON_HOURS_OF_SERVICE -> "the driver's hours are used up";
          case REVOKE_REASON_ROAD_CLOSED -> "road closed";
          case REVOKE_REASON_LOAD_WITHDRAWN -> "the load was withdrawn";
          case REVOKE_REASON_OPERATOR -> "by an operator";
          case REVOKE_REASON_UNSPECIFIED, UNRECOGNIZED -> "no reason given";
        };
    return detail.isEmpty() ? words : words + ". " + detail;
  }
}
