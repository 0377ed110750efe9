package com.northwind.dispatch.loadplanning.sheet;

import com.northwind.dispatch.servicekit.database.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches for sheets that do not arrive: an instruction that no tablet has acknowledged is not
/// delivered, whatever was sent.
public final class StalledSheets implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StalledSheets.class);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);

  private final Transactions transactions;
  private final ReceiptStore receipts;
  private final Duration patience;
  private final Clock clock;
  private final Thread thread = Thread.ofVirtual().name("stalled-sheets").unstarted(this::run);
  private volatile ReceiptStore.Stalled seen = new ReceiptStore.Stalled(0, Duration.ZERO);

  private StalledSheets(
      Transactions transactions,
      ReceiptStore receipts,
      Duration patience,
      MeterRegistry meters,
      Clock clock) {
    this.transactions = transactions;
    this.receipts = receipts;
    this.patience = patience;
    this.clock = clock;
    Gauge.builder("northwind.planning.sheets.stalled.drivers", () -> seen.drivers())
        .register(meters);
    Gauge.builder(
            "northwind.planning.sheets.stalled.longest.seconds",
            () -> seen.longest().toMillis() / 1000.0)
        .register(meters);
  }

  /// Starts watching.
  ///
  /// @param patience how long a version may be on its way
  public static StalledSheets start(
      Transactions transactions,
      ReceiptStore receipts,
      Duration patience,
      MeterRegistry meters,
      Clock clock) {
    StalledSheets watch = new StalledSheets(transactions, receipts, patience, meters, clock);
    watch.thread.start();
    return watch;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK_INTERVAL);
        try {
          seen = transactions.call(tx -> receipts.stalled(tx, clock.instant(), patience));
        } catch (SQLException e) {
          log.atDebug().setCause(e).log("sheets not looked at");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
