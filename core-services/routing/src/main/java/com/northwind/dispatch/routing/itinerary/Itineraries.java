package com.northwind.dispatch.routing.itinerary;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.processkit.trace.TraceParent;
import com.northwind.dispatch.routing.travel.TravelModel;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The routes of all loads. Carries out commands: state, audit and outgoing events in the caller's
/// transaction. Thread-safe.
public final class Itineraries implements EventApplier.Effect {
  private final PostgresLoadRouteStore routes = new PostgresLoadRouteStore();
  private final PostgresDecisionStore decisions = new PostgresDecisionStore();
  private final RouteDecider decider;
  private final Outbox outbox;
  private final Audit audit;
  private final MeterRegistry meters;
  private final String eventSource;
  private final Clock clock;

  /// @param eventSource the `source` of the events, e.g. `/routing/routing-1`
  public Itineraries(
      TravelModel travel,
      Outbox outbox,
      Audit audit,
      MeterRegistry meters,
      String eventSource,
      Clock clock) {
    this.decider = new RouteDecider(new ItineraryPlanner(travel));
    this.outbox = outbox;
    this.audit = audit;
    this.meters = meters;
    this.eventSource = eventSource;
    this.clock = clock;
  }

  /// What made somebody give a command.
  ///
  /// @param id id of the event or command
  /// @param traceparent its trace, or null when it has none
  record Cause(String id, @Nullable String traceparent) {}

  /// Applies an event of load planning.
  @Override
  public void apply(Transaction transaction, ConsumedEvent consumed) throws SQLException {
    EventEnvelope event = consumed.event();
    Optional<RouteCommand> command = LoadEventMapping.toCommand(event);
    if (command.isPresent()) {
      carryOut(transaction, command.get(), new Cause(event.id(), event.traceparent()));
    }
  }

  /// Carries out a command and says what it came to.
  Outcome carryOut(Transaction transaction, RouteCommand command, Cause cause) throws SQLException {
    LoadRoute route =
        routes.lock(transaction, command.load()).orElseGet(() -> LoadRoute.unknown(command.load()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Outcome outcome = decider.decide(command, route, now);
    switch (outcome) {
      case Outcome.Changed(List<RouteEvent> events) -> save(transaction, route, events, cause);
      case Outcome.Ignored(Outcome.Reason reason) ->
          count(transaction, "northwind.routing.ignored", reason.name());
      case Outcome.Refused(Outcome.Refusal refusal, String _) ->
          count(transaction, "northwind.routing.refused", refusal.name());
    }
    return outcome;
  }

  /// The route of a load as dispatchers see it, or nothing when it has never been decided about.
  Optional<RouteView> view(Transaction transaction, LoadId load) throws SQLException {
    Optional<LoadRoute> route = routes.find(transaction, load);
    if (route.isEmpty() || route.get().standing() instanceof LoadRoute.Standing.Unrouted) {
      return Optional.empty();
    }
    return Optional.of(
        RouteView.of(
            route.get(),
            decisions.ofAssignment(transaction, load, route.get().standing().assignmentNo())));
  }

  private void save(Transaction transaction, LoadRoute before, List<RouteEvent> events, Cause cause)
      throws SQLException {
    LoadRoute after = before;
    for (RouteEvent event : events) {
      after = after.evolve(event);
    }
    routes.save(transaction, after);
    for (RouteEvent event : events) {
      audit.append(transaction, RouteAudit.entry(event, cause.id(), clock.instant()));
      if (event instanceof RouteEvent.Decision decision) {
        publish(transaction, decision, cause);
      }
    }
  }

  private void publish(Transaction transaction, RouteEvent.Decision decision, Cause cause)
      throws SQLException {
    Message content = RouteEventMapping.toContract(decision);
    decisions.append(transaction, decision, content);
    String load = decision.load().value();
    outbox.append(
        transaction,
        Topics.ROUTING_ROUTES,
        new EventEnvelope(
            "route/" + load + "/" + decision.sequenceNo(),
            eventSource,
            load,
            decision.decidedAt(),
            load,
            TraceParent.continueFrom(cause.traceparent()),
            cause.id(),
            content));
    count(transaction, "northwind.routing.decisions", decision.getClass().getSimpleName());
  }

  private void count(Transaction transaction, String name, String kind) {
    transaction.afterCommit(() -> meters.counter(name, "kind", kind).increment());
  }
}
