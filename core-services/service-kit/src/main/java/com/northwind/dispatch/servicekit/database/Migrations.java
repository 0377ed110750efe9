package com.northwind.dispatch.servicekit.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a service's tables up to date: the ones every service has (outbox, audit, command
/// answers, applied events; versions `0.x`) and its own (versions from `1`).
public final class Migrations {
  private static final Logger log = LoggerFactory.getLogger(Migrations.class);
  private static final String COMMON = "classpath:northwind/migrations/common";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final DatabaseSettings settings;
  private final String location;

  /// @param location where the service's own migrations are, e.g.
  ///   `classpath:northwind/migrations/load-planning`
  public Migrations(DatabaseSettings settings, String location) {
    this.settings = settings;
    this.location = location;
  }

  /// Migrates, waiting for the server for as long as it takes.
  ///
  /// @throws FlywayException when a migration is wrong, as opposed to the server being away
  public void runWhenReachable() throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        run();
        return;
      } catch (FlywayException e) {
        SQLException problem = whyServerIsAway(e).orElseThrow(() -> e);
        log.atInfo().addKeyValue("problem", problem.getMessage()).log("waiting for the database");
        Thread.sleep(pause);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
      }
    }
  }

  /// Migrates now.
  public void run() {
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations(COMMON, location)
        .outOfOrder(true)
        .validateMigrationNaming(true)
        .connectRetries(0)
        .load()
        .migrate();
  }

  private static Optional<SQLException> whyServerIsAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && SqlFailure.of(sql).passes()) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
