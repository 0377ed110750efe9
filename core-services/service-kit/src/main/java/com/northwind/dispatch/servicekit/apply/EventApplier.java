package com.northwind.dispatch.servicekit.apply;

import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.processkit.kafka.EventConsumer;
import com.northwind.dispatch.servicekit.database.SqlFailure;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies events in order per key, each in a transaction of its own or those of one poll together.
/// The package's map says what becomes of one that fails.
public final class EventApplier implements EventConsumer.Handler {
  private static final Logger log = LoggerFactory.getLogger(EventApplier.class);
  private static final int ATTEMPTS_BEFORE_PARKING = 3;

  /// What an event does to the service's state.
  public interface Effect {
    /// Applies the event; must be harmless for one that was applied before.
    void apply(Transaction transaction, ConsumedEvent event) throws SQLException;
  }

  private final String consumer;
  private final Transactions transactions;
  private final ParkedEvents parkedEvents;
  private final Effect effect;
  private final MeterRegistry meters;
  private final Timer timer;
  private final Clock clock;
  private final boolean together;
  private final AtomicLong parkedCount = new AtomicLong();
  private final Set<ParkedEvents.Key> parkedKeys = new HashSet<>();
  private volatile boolean mayBeParkedElsewhere = true;

  /// An applier that gives each event a transaction of its own.
  ///
  /// @param consumer the consumer's name, unique among those of the service's database
  public EventApplier(
      String consumer,
      Transactions transactions,
      EventCodec codec,
      Effect effect,
      MeterRegistry meters,
      Clock clock) {
    this(consumer, transactions, codec, effect, false, meters, clock);
  }

  /// @param together whether the events of one poll share a transaction while nothing goes wrong:
  ///   for many small effects whose rows no one else changes
  public EventApplier(
      String consumer,
      Transactions transactions,
      EventCodec codec,
      Effect effect,
      boolean together,
      MeterRegistry meters,
      Clock clock) {
    this.together = together;
    this.consumer = consumer;
    this.transactions = transactions;
    this.parkedEvents = new ParkedEvents(consumer, codec);
    this.effect = effect;
    this.meters = meters;
    this.clock = clock;
    this.timer = meters.timer("northwind.events.apply", "consumer", consumer);
    Gauge.builder("northwind.events.parked", parkedCount::get)
        .tag("consumer", consumer)
        .register(meters);
  }

  @Override
  public synchronized void apply(List<ConsumedEvent> events) throws SQLException {
    if (mayBeParkedElsewhere) {
      look();
    }
    if (together && parkedKeys.isEmpty() && appliedTogether(events)) {
      return;
    }
    for (ConsumedEvent event : events) {
      ParkedEvents.Key key = ParkedEvents.Key.of(event);
      Optional<String> error =
          parkedKeys.contains(key)
              ? Optional.of("waits behind an earlier event of its key")
              : tryToApply(event);
      if (error.isPresent()) {
        transactions.run(tx -> parkedEvents.park(tx, event, error.get(), clock.instant()));
        parkedKeys.add(key);
        parkedCount.incrementAndGet();
      }
    }
  }

  /// What another replica parked of the partitions that have come is parked here too.
  @Override
  public void assigned() {
    mayBeParkedElsewhere = true;
  }

  /// Applies what is parked, each key from its oldest event on until one fails again. Returns how
  /// many were applied.
  public synchronized int redrive() throws SQLException {
    int applied = 0;
    look();
    for (ParkedEvents.Key key : List.copyOf(parkedKeys)) {
      try {
        while (redriveOldest(key)) {
          applied++;
        }
      } catch (SQLException e) {
        if (SqlFailure.of(e).passes()) {
          throw e;
        }
        reportStillParked(key, e);
      } catch (RuntimeException e) {
        reportStillParked(key, e);
      }
    }
    if (applied > 0) {
      look();
    }
    return applied;
  }

  /// Whether all events could be applied in one transaction; if not, none is.
  private boolean appliedTogether(List<ConsumedEvent> events) throws SQLException {
    long begin = System.nanoTime();
    try {
      transactions.run(
          transaction -> {
            for (ConsumedEvent event : events) {
              effect.apply(transaction, event);
            }
          });
      timer.record(Duration.ofNanos(System.nanoTime() - begin));
      return true;
    } catch (SQLException e) {
      if (SqlFailure.of(e).passes()) {
        throw e;
      }
      log.atDebug().setCause(e).log("applying one by one");
    } catch (RuntimeException e) {
      log.atDebug().setCause(e).log("applying one by one");
    }
    return false;
  }

  private boolean redriveOldest(ParkedEvents.Key key) throws SQLException {
    return transactions.call(
        transaction -> {
          Optional<ParkedEvents.Parked> oldest = parkedEvents.oldest(transaction, key);
          if (oldest.isEmpty()) {
            return false;
          }
          effect.apply(transaction, oldest.get().event());
          parkedEvents.delete(transaction, oldest.get());
          return true;
        });
  }

  private void look() throws SQLException {
    mayBeParkedElsewhere = false;
    try {
      ParkedEvents.Overview overview = transactions.call(parkedEvents::overview);
      parkedKeys.clear();
      parkedKeys.addAll(overview.keys());
      parkedCount.set(overview.events());
    } catch (SQLException e) {
      mayBeParkedElsewhere = true;
      throw e;
    }
  }

  /// The error that stands in the way of the event, or nothing when it is applied.
  private Optional<String> tryToApply(ConsumedEvent event) throws SQLException {
    Exception failure = new IllegalStateException("not tried");
    for (int attempt = 1; attempt <= ATTEMPTS_BEFORE_PARKING; attempt++) {
      long begin = System.nanoTime();
      try {
        transactions.run(transaction -> effect.apply(transaction, event));
        timer.record(Duration.ofNanos(System.nanoTime() - begin));
        return Optional.empty();
      } catch (SQLException e) {
        if (SqlFailure.of(e).passes()) {
          throw e;
        }
        failure = e;
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    meters.counter("northwind.events.failed", "consumer", consumer).increment();
    log.atError()
        .addKeyValue("consumer", consumer)
        .addKeyValue("topic", event.topic())
        .addKeyValue("partition", event.partition())
        .addKeyValue("offset", event.offset())
        .addKeyValue("eventId", event.event().id())
        .setCause(failure)
        .log("event not applicable, its key is parked");
    return Optional.of(failure.toString());
  }

  private void reportStillParked(ParkedEvents.Key key, Exception failure) {
    log.atWarn()
        .addKeyValue("consumer", consumer)
        .addKeyValue("topic", key.topic())
        .addKeyValue("key", key.key())
        .setCause(failure)
        .log("key stays parked");
  }
}
