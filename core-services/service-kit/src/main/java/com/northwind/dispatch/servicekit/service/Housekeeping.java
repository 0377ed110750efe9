package com.northwind.dispatch.servicekit.service;

import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.command.Commands;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what is due now and then: forgets what is too old to matter, every hour.
final class Housekeeping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration ROUND = Duration.ofHours(1);

  private final Transactions transactions;
  private final ApplyOnce applyOnce;
  private final Commands commands;
  private final Thread thread = Thread.ofVirtual().name("housekeeping").unstarted(this::run);

  Housekeeping(Transactions transactions, ApplyOnce applyOnce, Commands commands) {
    this.transactions = transactions;
    this.applyOnce = applyOnce;
    this.commands = commands;
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      Thread.sleep(FIRST);
      while (true) {
        try {
          applyOnce.prune(transactions);
          commands.prune();
        } catch (SQLException e) {
          log.atInfo().addKeyValue("problem", e.getMessage()).log("housekeeping put off");
        }
        Thread.sleep(ROUND);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
