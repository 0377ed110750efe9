package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.trace.TraceParent;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.audit.AuditEntry;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Keeps all evidence of progress and publishes the first of each step: one event for each load,
/// assignment, stop and step, whoever says it and however often. Whoever calls holds the lock of
/// the load's run.
final class ProgressLedger {
  private final PostgresProgressStore progress = new PostgresProgressStore();
  private final PostgresRunStopStore stops;
  private final Outbox outbox;
  private final Audit audit;
  private final MeterRegistry meters;
  private final String eventSource;

  ProgressLedger(
      PostgresRunStopStore stops,
      Outbox outbox,
      Audit audit,
      MeterRegistry meters,
      String eventSource) {
    this.stops = stops;
    this.outbox = outbox;
    this.audit = audit;
    this.meters = meters;
    this.eventSource = eventSource;
  }

  /// Records evidence about a stop of a trip.
  ///
  /// @param stop as it stands in the database now
  void record(Transaction transaction, Trip trip, RunStop stop, Evidence evidence)
      throws SQLException {
    boolean first = firstEvidence(stop, evidence.step());
    if (!progress.add(transaction, stop, evidence, first)) {
      count(transaction, evidence, "REPEATED");
      return;
    }
    count(transaction, evidence, first ? "PUBLISHED" : "SECOND_SOURCE");
    if (first) {
      stops.saveStep(transaction, stop, evidence);
      publish(transaction, trip, stop, evidence);
    }
  }

  private void count(Transaction transaction, Evidence evidence, String outcome) {
    String step = evidence.step().name();
    String source = evidence.source().name();
    transaction.afterCommit(
        () ->
            meters
                .counter(
                    "northwind.stop.progress", "step", step, "source", source, "outcome", outcome)
                .increment());
  }

  /// All evidence about a trip by stop, the earliest first.
  Map<String, List<Evidence>> ofTrip(Transaction transaction, LoadId load, int assignmentNo)
      throws SQLException {
    return progress.ofTrip(transaction, load, assignmentNo);
  }

  private void publish(Transaction transaction, Trip trip, RunStop stop, Evidence evidence)
      throws SQLException {
    String load = stop.load().value();
    String stopId = stop.planned().stopId();
    String eventId =
        String.join(
            "/",
            "stop",
            load,
            Integer.toString(stop.assignmentNo()),
            stopId,
            evidence.step().name());
    audit.append(
        transaction,
        new AuditEntry(
            load,
            evidence.at(),
            evidence.source() == Source.DRIVER ? trip.driverId() : "geofence",
            "Stop " + stopId + ": " + evidence.step(),
            null,
            evidence.cause()));
    outbox.append(
        transaction,
        Topics.EXECUTION_STOPS,
        new EventEnvelope(
            eventId,
            eventSource,
            load,
            evidence.at(),
            load,
            TraceParent.continueFrom(evidence.traceparent()),
            evidence.cause(),
            StopEventMapping.toContract(trip, stop, evidence)));
  }

  private static boolean firstEvidence(RunStop stop, Step step) {
    return Objects.isNull(
        switch (step) {
          case ARRIVED -> stop.arrivedAt();
          case COMPLETED -> stop.completedAt();
          case DEPARTED -> stop.departedAt();
        });
  }
}
