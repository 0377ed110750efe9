package com.northwind.dispatch.loadplanning.progress;

import com.northwind.dispatch.contracts.execution.v1.StopArrived;
import com.northwind.dispatch.contracts.execution.v1.StopDeparted;
import com.northwind.dispatch.loadplanning.ledger.LoadBook;
import com.northwind.dispatch.loadplanning.ledger.Outcome;
import com.northwind.dispatch.loadplanning.load.Cause;
import com.northwind.dispatch.loadplanning.load.ContractTime;
import com.northwind.dispatch.loadplanning.load.LoadCommand;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.database.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;

/// Applies arrivals and departures to loads.
public final class ProgressEffect implements EventApplier.Effect {
  private final LoadBook book;
  private final MeterRegistry meters;

  public ProgressEffect(LoadBook book, MeterRegistry meters) {
    this.book = book;
    this.meters = meters;
  }

  @Override
  public void apply(Transaction transaction, ConsumedEvent consumed) throws SQLException {
    Cause cause = Cause.of(consumed.event().id(), consumed.event().traceparent());
    switch (consumed.event().data()) {
      case StopArrived arrived ->
          change(
              transaction,
              arrived.getLoadId(),
              new LoadCommand.ReportReached(
                  arrived.getAssignmentNo(),
                  arrived.getStopId(),
                  ContractTime.instant(arrived.getArrivedTime())),
              cause);
      case StopDeparted departed ->
          change(
              transaction,
              departed.getLoadId(),
              new LoadCommand.ReportLeft(
                  departed.getAssignmentNo(),
                  departed.getStopId(),
                  ContractTime.instant(departed.getDepartedTime())),
              cause);
      default -> {}
    }
  }

  private void change(Transaction transaction, String load, LoadCommand command, Cause cause)
      throws SQLException {
    Outcome outcome = book.change(transaction, new LoadId(load), command, cause);
    if (!(outcome instanceof Outcome.Done)) {
      meters.counter("northwind.planning.progress.ignored").increment();
    }
  }
}
