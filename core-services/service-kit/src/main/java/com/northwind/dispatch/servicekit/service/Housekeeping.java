package com.northwind.dispatch.servicekit.service;

import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.command.Commands;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what is due now and then: re-drives parked events every minute, forgets what is too old to
/// matter every hour.
final class Housekeeping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration ROUND = Duration.ofMinutes(1);
  private static final int ROUNDS_BETWEEN_PRUNING = 60;

  private final Transactions transactions;
  private final ApplyOnce applyOnce;
  private final Commands commands;
  private final List<EventApplier> appliers = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofVirtual().name("housekeeping").unstarted(this::run);

  Housekeeping(Transactions transactions, ApplyOnce applyOnce, Commands commands) {
    this.transactions = transactions;
    this.applyOnce = applyOnce;
    this.commands = commands;
  }

  void start() {
    thread.start();
  }

  void redrives(EventApplier applier) {
    appliers.add(applier);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      for (int round = 0; ; round++) {
        Thread.sleep(ROUND);
        try {
          keepHouse(round);
        } catch (SQLException e) {
          log.atInfo().addKeyValue("problem", e.getMessage()).log("housekeeping put off");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepHouse(int round) throws SQLException {
    for (EventApplier applier : appliers) {
      int applied = applier.redrive();
      if (applied > 0) {
        log.atInfo().addKeyValue("events", applied).log("parked events applied");
      }
    }
    if (round % ROUNDS_BETWEEN_PRUNING == 0) {
      applyOnce.prune(transactions);
      commands.prune();
    }
  }
}
