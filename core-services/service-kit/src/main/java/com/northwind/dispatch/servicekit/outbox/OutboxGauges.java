package com.northwind.dispatch.servicekit.outbox;

import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches how much waits in the outbox and for how long, apart from the relay, so that a relay
/// that hangs is seen. Age counts on between two looks, also while the database is away.
public final class OutboxGauges implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxGauges.class);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);
  private static final String LOOK =
      """
      select count(*) as waiting, min(created_at) as oldest from outbox
      """;

  private record Seen(long waiting, @Nullable Instant oldest) {}

  private final Transactions transactions;
  private final Clock clock;
  private final Thread thread;
  private volatile Seen seen = new Seen(0, null);

  private OutboxGauges(Transactions transactions, MeterRegistry meters, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
    Gauge.builder("northwind.outbox.rows", () -> seen.waiting()).register(meters);
    Gauge.builder("northwind.outbox.oldest.seconds", this::oldestAgeSeconds).register(meters);
    this.thread = Thread.ofVirtual().name("outbox-gauges").unstarted(this::run);
  }

  /// Starts watching.
  public static OutboxGauges start(Transactions transactions, MeterRegistry meters, Clock clock) {
    OutboxGauges gauges = new OutboxGauges(transactions, meters, clock);
    gauges.thread.start();
    return gauges;
  }

  /// Looks now.
  void look() throws SQLException {
    seen =
        transactions.call(
            transaction ->
                transaction
                    .sql(LOOK)
                    .one(
                        row ->
                            new Seen(
                                row.getLong("waiting"), Columns.instantOrNull(row, "oldest"))));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private double oldestAgeSeconds() {
    Instant oldest = seen.oldest();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          look();
        } catch (SQLException e) {
          log.atDebug().setCause(e).log("outbox not looked at");
        }
        Thread.sleep(LOOK_INTERVAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
