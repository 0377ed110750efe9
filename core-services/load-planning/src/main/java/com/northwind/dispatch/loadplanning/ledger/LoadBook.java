package com.northwind.dispatch.loadplanning.ledger;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.loadplanning.load.Cause;
import com.northwind.dispatch.loadplanning.load.Decision;
import com.northwind.dispatch.loadplanning.load.Load;
import com.northwind.dispatch.loadplanning.load.LoadAuditLines;
import com.northwind.dispatch.loadplanning.load.LoadCommand;
import com.northwind.dispatch.loadplanning.load.LoadDecider;
import com.northwind.dispatch.loadplanning.load.LoadEvent;
import com.northwind.dispatch.loadplanning.load.LoadEventMapping;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.loadplanning.load.LoadStore;
import com.northwind.dispatch.loadplanning.sheet.RouteSheets;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Every change of a load. Rows are always taken in the order load, then driver.
public final class LoadBook {
  private final LoadStore loads;
  private final RouteSheets sheets;
  private final LoadEventMapping mapping;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  public LoadBook(
      LoadStore loads,
      RouteSheets sheets,
      LoadEventMapping mapping,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.loads = loads;
    this.sheets = sheets;
    this.mapping = mapping;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /// Enters a load; returns whether its id was free.
  public boolean tender(Transaction transaction, LoadEvent.Tendered tendered, Cause cause)
      throws SQLException {
    Load load = Load.of(tendered);
    if (!loads.insert(transaction, load, tendered.tenderedAt())) {
      return false;
    }
    record(transaction, load, tendered, cause, tendered.tenderedAt());
    return true;
  }

  /// Asks a load for something, and does it if its rules allow.
  public Outcome change(Transaction transaction, LoadId id, LoadCommand command, Cause cause)
      throws SQLException {
    Optional<Load> found = hold(transaction, id);
    return found.isEmpty()
        ? new Outcome.NoSuchLoad(id)
        : change(transaction, found.get(), command, cause);
  }

  /// The same for a load that is held already.
  public Outcome change(Transaction transaction, Load load, LoadCommand command, Cause cause)
      throws SQLException {
    return switch (LoadDecider.decide(command, load)) {
      case Decision.Refused(var refusal) -> new Outcome.Refused(load, refusal);
      case Decision.Decided(var events) ->
          new Outcome.Done(carryOut(transaction, load, events, cause));
    };
  }

  /// Takes hold of a load until the transaction ends, so that what is read next stays true.
  public Optional<Load> hold(Transaction transaction, LoadId id) throws SQLException {
    return loads.lock(transaction, id);
  }

  /// The time to decide with, as fine as the database keeps it.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Load carryOut(Transaction transaction, Load before, List<LoadEvent> events, Cause cause)
      throws SQLException {
    if (events.isEmpty()) {
      return before;
    }
    Instant now = now();
    Load load = before;
    for (LoadEvent event : events) {
      changeSheet(transaction, load, event, cause, now);
      load = load.evolve(event);
      record(transaction, load, event, cause, now);
    }
    loads.save(transaction, load, now);
    return load;
  }

  private void changeSheet(
      Transaction transaction, Load before, LoadEvent event, Cause cause, Instant now)
      throws SQLException {
    switch (event) {
      case LoadEvent.Released _, LoadEvent.Cancelled _ -> {
        if (before instanceof Load.Held held && held.onSheet()) {
          sheets.withdraw(
              transaction, held.assignment().driver(), before.freight().load(), cause, now);
        }
      }
      case LoadEvent.Completed completed ->
          sheets.finish(
              transaction, completed.assignment().driver(), before.freight().load(), cause, now);
      case LoadEvent.StopReached _, LoadEvent.StopLeft _ ->
          sheets.started(transaction, before.freight().load());
      // A routed load is put on the sheet by whoever has the route.
      case LoadEvent.Tendered _,
          LoadEvent.Assigned _,
          LoadEvent.Routed _,
          LoadEvent.Accepted _ -> {}
    }
  }

  private void record(Transaction transaction, Load load, LoadEvent event, Cause cause, Instant now)
      throws SQLException {
    audit.append(transaction, LoadAuditLines.of(load.freight().load(), event, cause, now));
    Optional<EventEnvelope> envelope = mapping.envelope(load.freight(), event, cause);
    if (envelope.isPresent()) {
      outbox.append(transaction, Topics.PLANNING_LOADS, envelope.get());
    }
  }
}
