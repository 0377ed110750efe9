package com.northwind.dispatch.execution.telemetry;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.execution.position.Fix;
import com.northwind.dispatch.execution.position.FixReader;
import com.northwind.dispatch.execution.position.FixReading;
import com.northwind.dispatch.execution.position.VehiclePositions;
import com.northwind.dispatch.execution.stop.StopProgress;
import com.northwind.dispatch.processkit.deadletter.FailureClass;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.processkit.kafka.EventConsumer;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Applies a poll's telemetry in one transaction: positions first, then what they mean for stops.
///
/// When the batch fails for a reason that does not pass, its records are applied one by one and the
/// one at fault becomes a dead letter. Nothing waits behind it: the next record of its vehicle says
/// where the vehicle is.
public final class TelemetryHandler implements EventConsumer.Handler {
  private final VehiclePositions positions;
  private final StopProgress progress;
  private final Transactions transactions;
  private final DistributionSummary batches;

  public TelemetryHandler(
      VehiclePositions positions,
      StopProgress progress,
      Transactions transactions,
      MeterRegistry meters) {
    this.positions = positions;
    this.progress = progress;
    this.transactions = transactions;
    this.batches = meters.summary("northwind.telemetry.batch.records");
  }

  @Override
  public void apply(List<ConsumedEvent> events) throws SQLException {
    batches.record(events.size());
    transactions.run(transaction -> apply(transaction, events));
  }

  @Override
  public boolean keysWait() {
    return false;
  }

  @Override
  public FailureClass classOf(Throwable failure) {
    return EventApplier.classify(failure);
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
}
