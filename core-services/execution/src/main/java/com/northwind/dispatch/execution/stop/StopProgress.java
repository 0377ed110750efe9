package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.execution.position.Fix;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.apply.NaturalKey;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How every load is being driven: which vehicle drives which stops, and how far it has come.
/// Thread-safe.
public final class StopProgress implements EventApplier.Effect {
  /// How long a report waits for its route.
  private static final Duration PATIENCE = Duration.ofDays(14);

  private final PostgresRunStore runs = new PostgresRunStore();
  private final PostgresRunStopStore stops = new PostgresRunStopStore();
  private final PostgresPendingReportStore pending = new PostgresPendingReportStore();
  private final ProgressLedger ledger;
  private final Geofencing geofencing;
  private final ApplyOnce applyOnce;
  private final MeterRegistry meters;
  private final Clock clock;

  /// @param eventSource the `source` of the events, e.g. `/execution/execution-1`
  public StopProgress(
      Outbox outbox,
      Audit audit,
      ApplyOnce applyOnce,
      MeterRegistry meters,
      String eventSource,
      Clock clock) {
    this.ledger = new ProgressLedger(stops, outbox, audit, meters, eventSource);
    this.geofencing = new Geofencing(runs, stops, ledger);
    this.applyOnce = applyOnce;
    this.meters = meters;
    this.clock = clock;
  }

  /// Applies an event of planning, of routing, or from a tablet.
  @Override
  public void apply(Transaction transaction, ConsumedEvent consumed) throws SQLException {
    EventEnvelope event = consumed.event();
    if (event.data() instanceof DriverAction action) {
      Optional<DriverReport> report = ActionMapping.toReport(event, action);
      if (report.isPresent()
          && applyOnce.first(
              transaction, NaturalKey.of("driver-action", report.get().actionId()))) {
        apply(transaction, report.get());
      }
      return;
    }
    Optional<RunCommand> command = RunEventMapping.toCommand(event);
    if (command.isPresent()) {
      apply(transaction, command.get());
    }
  }

  /// Follows vehicles along fixes that are later than all before, by vehicle in their order.
  public void follow(Transaction transaction, Map<String, List<Fix>> fixes) throws SQLException {
    geofencing.follow(transaction, fixes);
  }

  /// A load's progress as dispatchers see it, or nothing when no route of it has come in.
  Optional<ProgressView> view(Transaction transaction, LoadId load) throws SQLException {
    Optional<Run> run = runs.find(transaction, load).filter(known -> known.trip().isPresent());
    if (run.isEmpty()) {
      return Optional.empty();
    }
    int assignmentNo = run.get().assignmentNo();
    return Optional.of(
        ProgressView.of(
            run.get(),
            stops.ofTrip(transaction, load, assignmentNo),
            ledger.ofTrip(transaction, load, assignmentNo)));
  }

  private void apply(Transaction transaction, RunCommand command) throws SQLException {
    Run run = runs.lock(transaction, command.load());
    switch (RunDecider.decide(command, run)) {
      case RunDecider.Outcome.Ignored(RunDecider.Reason reason) ->
          count(transaction, "northwind.runs.ignored", reason.name());
      case RunDecider.Outcome.Changed(Run next) -> {
        runs.save(transaction, next);
        if (command instanceof RunCommand.Drive drive) {
          stops.plan(transaction, drive.load(), drive.trip().assignmentNo(), drive.stops());
          for (DriverReport report :
              pending.take(transaction, drive.load(), drive.trip().driverId())) {
            apply(transaction, report);
          }
        }
      }
    }
  }

  private void apply(Transaction transaction, DriverReport report) throws SQLException {
    Run run = runs.lock(transaction, report.load());
    switch (ReportRule.judge(report, run)) {
      case STALE -> count(transaction, "northwind.driver.reports", "STALE");
      case WAITS -> {
        count(transaction, "northwind.driver.reports", "WAITS");
        pending.park(transaction, report, clock.instant());
        pending.prune(transaction, clock.instant().minus(PATIENCE));
      }
      case APPLIES -> record(transaction, run.trip().orElseThrow(), report);
    }
  }

  private void record(Transaction transaction, Trip trip, DriverReport report) throws SQLException {
    Optional<RunStop> stop =
        stops.ofTrip(transaction, report.load(), trip.assignmentNo()).stream()
            .filter(known -> known.planned().stopId().equals(report.stopId()))
            .findFirst();
    count(transaction, "northwind.driver.reports", stop.isPresent() ? "APPLIES" : "UNKNOWN_STOP");
    if (stop.isPresent()) {
      ledger.record(transaction, trip, stop.get(), report.evidence());
    }
  }

  private void count(Transaction transaction, String name, String outcome) {
    transaction.afterCommit(() -> meters.counter(name, "outcome", outcome).increment());
  }
}
