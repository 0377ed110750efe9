package com.northwind.dispatch.execution.telemetry;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.execution.position.Fix;
import com.northwind.dispatch.execution.position.FixReader;
import com.northwind.dispatch.execution.position.FixReading;
import com.northwind.dispatch.execution.position.VehiclePositions;
import com.northwind.dispatch.execution.stop.StopProgress;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.processkit.kafka.EventConsumer;
import com.northwind.dispatch.servicekit.database.SqlFailure;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies a poll's telemetry in one transaction: positions first, then what they mean for stops.
///
/// When the batch fails for a reason that does not pass, its records are applied one by one and the
/// one at fault is logged with its place, counted, and passed over: the next record of its vehicle
/// says where the vehicle is, so nothing need wait for it.
public final class TelemetryHandler implements EventConsumer.Handler {
  private static final Logger log = LoggerFactory.getLogger(TelemetryHandler.class);

  private final VehiclePositions positions;
  private final StopProgress progress;
  private final Transactions transactions;
  private final Counter defective;
  private final DistributionSummary batches;

  public TelemetryHandler(
      VehiclePositions positions,
      StopProgress progress,
      Transactions transactions,
      MeterRegistry meters) {
    this.positions = positions;
    this.progress = progress;
    this.transactions = transactions;
    this.defective = meters.counter("northwind.telemetry.defective");
    this.batches = meters.summary("northwind.telemetry.batch.records");
  }

  @Override
  public void apply(List<ConsumedEvent> events) throws SQLException {
    batches.record(events.size());
    try {
      transactions.run(transaction -> apply(transaction, events));
    } catch (SQLException e) {
      if (SqlFailure.of(e).passes()) {
        throw e;
      }
      applyEach(events, e);
    } catch (RuntimeException e) {
      applyEach(events, e);
    }
  }

  /// Applies records in the caller's transaction.
  void apply(Transaction transaction, List<ConsumedEvent> events) throws SQLException {
    List<Fix> fixes = new ArrayList<>(events.size());
    for (ConsumedEvent event : events) {
      if (event.event().data() instanceof Telemetry telemetry) {
        switch (FixReader.read(event.event(), telemetry)) {
          case FixReading.Usable(Fix fix) -> fixes.add(fix);
          case FixReading.WrongClock(var fault) -> positions.note(transaction, fault);
          case FixReading.Unusable(FixReading.Reason reason) ->
              positions.ignore(transaction, reason);
        }
      }
    }
    if (!fixes.isEmpty()) {
      Map<String, List<Fix>> fresh = positions.advance(transaction, fixes);
      if (!fresh.isEmpty()) {
        progress.follow(transaction, fresh);
      }
    }
  }

  private void applyEach(List<ConsumedEvent> events, Exception because) throws SQLException {
    log.atWarn().setCause(because).log("telemetry batch not applicable, trying its records alone");
    for (ConsumedEvent event : events) {
      try {
        transactions.run(transaction -> apply(transaction, List.of(event)));
      } catch (SQLException e) {
        if (SqlFailure.of(e).passes()) {
          throw e;
        }
        passOver(event, e);
      } catch (RuntimeException e) {
        passOver(event, e);
      }
    }
  }

  private void passOver(ConsumedEvent event, Exception failure) {
    defective.increment();
    log.atError()
        .addKeyValue("topic", event.topic())
        .addKeyValue("partition", event.partition())
        .addKeyValue("offset", event.offset())
        .addKeyValue("eventId", event.event().id())
        .setCause(failure)
        .log("telemetry record not applicable, passed over");
  }
}
