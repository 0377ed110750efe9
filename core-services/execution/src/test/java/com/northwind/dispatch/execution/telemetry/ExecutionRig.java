package com.northwind.dispatch.execution.telemetry;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.execution.position.VehiclePositions;
import com.northwind.dispatch.execution.stop.StopProgress;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.outbox.ManualRelay;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/// The service's parts on a real database, fed by hand, for tests. Only Kafka is left out.
public final class ExecutionRig implements AutoCloseable {
  private static final String STATE_HASH =
      """
      select md5(coalesce(string_agg(line, '|' order by line), '')) as hash
      from (select to_jsonb(vehicle_position)::text as line from vehicle_position
            union all select to_jsonb(clock_fault)::text from clock_fault
            union all select to_jsonb(load_run)::text from load_run
            union all select to_jsonb(run_stop)::text from run_stop
            union all select to_jsonb(stop_progress)::text from stop_progress
            union all select to_jsonb(pending_report)::text from pending_report
            union all select to_jsonb(applied_event)::text from applied_event
            union all select to_jsonb(audit)::text from audit) as lines
      """;

  private final MigratedDatabase database;
  private final ManualRelay relay;
  private final VehiclePositions positions;
  private final StopProgress progress;
  private final TelemetryHandler telemetry;

  public ExecutionRig(TestDatabase testDatabase) throws SQLException {
    Clock clock = Clock.fixed(Records.MORNING.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    database = MigratedDatabase.in(testDatabase, "classpath:northwind/migrations/execution");
    relay = ManualRelay.of(database.database());
    positions = new VehiclePositions(database.meters());
    progress =
        new StopProgress(
            new Outbox(EventCodec.ofCatalogue(), () -> {}),
            new Audit(),
            new ApplyOnce(clock),
            database.meters(),
            "/execution/test",
            clock);
    telemetry =
        new TelemetryHandler(positions, progress, database.transactions(), database.meters());
  }

  public MigratedDatabase database() {
    return database;
  }

  public StopProgress progress() {
    return progress;
  }

  VehiclePositions positions() {
    return positions;
  }

  TelemetryHandler telemetry() {
    return telemetry;
  }

  /// Applies events one by one, as if each were polled alone.
  public void apply(EventEnvelope... events) throws SQLException {
    for (EventEnvelope event : events) {
      ConsumedEvent consumed = Records.consumed(event);
      if (event.data() instanceof Telemetry) {
        telemetry.apply(List.of(consumed));
      } else {
        database.transactions().run(tx -> progress.apply(tx, consumed));
      }
    }
  }

  /// Applies telemetry as one poll.
  public void applyTogether(List<EventEnvelope> events) throws SQLException {
    telemetry.apply(events.stream().map(Records::consumed).toList());
  }

  /// What has been published since the last call, in order.
  public List<EventEnvelope> published() throws Exception {
    return relay.run().stream().map(ManualRelay.Sent::event).toList();
  }

  /// How often something was counted.
  public double counted(String name, String... tags) {
    return database.meters().counter(name, tags).count();
  }

  /// One text for all that the service remembers.
  public String stateHash() throws SQLException {
    return database.transactions().call(tx -> tx.sql(STATE_HASH).one(row -> row.getString("hash")));
  }

  @Override
  public void close() throws SQLException {
    relay.close();
    database.close();
  }
}
