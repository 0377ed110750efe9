package com.northwind.dispatch.servicekit.apply;

import com.northwind.dispatch.processkit.deadletter.FailureClass;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.processkit.kafka.DeadLetterLog;
import com.northwind.dispatch.processkit.kafka.EventConsumer;
import com.northwind.dispatch.servicekit.database.SqlFailure;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Applies events in order, each in a transaction of its own or those of one poll together. What
/// becomes of one that fails is the consumer's business; this says which failures pass.
public final class EventApplier implements EventConsumer.Handler {

  /// What an event does to the service's state.
  public interface Effect {
    /// Applies the event; must be harmless for one that was applied before.
    void apply(Transaction transaction, ConsumedEvent event) throws SQLException;
  }

  private final String consumer;
  private final Transactions transactions;
  private final Effect effect;
  private final boolean together;
  private final Timer timer;

  /// An applier that gives each event a transaction of its own.
  ///
  /// @param consumer name of the consumer group
  public EventApplier(
      String consumer, Transactions transactions, Effect effect, MeterRegistry meters) {
    this(consumer, transactions, effect, false, meters);
  }

  /// @param together whether the events of one poll share a transaction while nothing goes wrong:
  ///   for many small effects whose rows no one else changes
  public EventApplier(
      String consumer,
      Transactions transactions,
      Effect effect,
      boolean together,
      MeterRegistry meters) {
    this.consumer = consumer;
    this.transactions = transactions;
    this.effect = effect;
    this.together = together;
    this.timer = meters.timer("northwind.events.apply", "consumer", consumer);
  }

  @Override
  public void apply(List<ConsumedEvent> events) throws SQLException {
    long begin = System.nanoTime();
    transactions.run(
        transaction -> {
          for (ConsumedEvent event : events) {
            effect.apply(transaction, event);
          }
        });
    timer.record(Duration.ofNanos(System.nanoTime() - begin));
  }

  @Override
  public boolean together() {
    return together;
  }

  @Override
  public FailureClass classOf(Throwable failure) {
    return classify(failure);
  }

  /// What kind of failure an effect on a database has met: the database that is away and the row
  /// that is held pass.
  public static FailureClass classify(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && SqlFailure.of(sql).passes()) {
        return FailureClass.TRANSIENT;
      }
    }
    return FailureClass.of(failure);
  }

  @Override
  public void beforeFirst(DeadLetterLog letters) throws SQLException, InterruptedException {
    ParkedEvents.moveTo(letters, consumer, transactions);
  }
}
