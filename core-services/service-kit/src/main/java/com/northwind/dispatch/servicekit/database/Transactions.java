package com.northwind.dispatch.servicekit.database;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs work in transactions, at READ COMMITTED. Thread-safe.
///
/// Work that the server rolled back for another's sake (deadlock, serialization) or whose
/// connection broke before the commit was asked for is run again, at most [#MAX_ATTEMPTS] times in
/// all. A commit whose answer was lost is not: only the caller knows whether doing it again is
/// harmless.
public final class Transactions {
  /// How often work is tried, the first time included.
  public static final int MAX_ATTEMPTS = 5;

  private static final Logger log = LoggerFactory.getLogger(Transactions.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(4);

  private final Database database;
  private final MeterRegistry meters;

  /// What is done in one transaction. It may be run several times, so it keeps nothing outside the
  /// database.
  public interface Work<T> {
    /// Does the work; whatever it throws rolls the transaction back.
    T in(Transaction transaction) throws SQLException;
  }

  /// Work that has nothing to return.
  public interface Effect {
    /// Does the work; whatever it throws rolls the transaction back.
    void in(Transaction transaction) throws SQLException;
  }

  public Transactions(Database database, MeterRegistry meters) {
    this.database = database;
    this.meters = meters;
  }

  /// Runs work in one transaction and returns what it returned; it is durable then.
  ///
  /// @throws SQLException when it failed for good; [SqlFailure] tells the kinds apart
  public <T> T call(Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work);
      } catch (RetryableFailure e) {
        SqlFailure kind = SqlFailure.of(e.failure);
        meters.counter("northwind.database.retries", "kind", kind.name()).increment();
        if (attempt == MAX_ATTEMPTS || Thread.currentThread().isInterrupted()) {
          throw e.failure;
        }
        log.atDebug().addKeyValue("kind", kind).addKeyValue("attempt", attempt).log("trying again");
        pauseAfter(attempt);
      }
    }
  }

  /// Runs work in one transaction; it is durable when this returns.
  public void run(Effect effect) throws SQLException {
    Work<Boolean> work =
        transaction -> {
          effect.in(transaction);
          return true;
        };
    call(work);
  }

  private <T> T attempt(Work<T> work) throws SQLException, RetryableFailure {
    try (Connection connection = database.connection()) {
      Transaction transaction = new Transaction(connection);
      T result;
      try {
        result = work.in(transaction);
        transaction.flush();
      } catch (SQLException e) {
        rollBack(connection, e);
        SqlFailure kind = SqlFailure.of(e);
        if (kind == SqlFailure.CONFLICT || kind == SqlFailure.UNREACHABLE) {
          throw new RetryableFailure(e);
        }
        throw e;
      } catch (RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
      commit(connection);
      transaction.committed();
      return result;
    }
  }

  private static void commit(Connection connection) throws SQLException, RetryableFailure {
    try {
      connection.commit();
    } catch (SQLException e) {
      rollBack(connection, e);
      if (SqlFailure.of(e) == SqlFailure.CONFLICT) {
        throw new RetryableFailure(e);
      }
      throw e;
    }
  }

  private static void rollBack(Connection connection, Throwable because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  private static void pauseAfter(int attempt) {
    long ceiling = FIRST_PAUSE.toMillis() << (2 * (attempt - 1));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Carries a failure that may be tried again out of one attempt.
  private static final class RetryableFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final SQLException failure;

    RetryableFailure(SQLException failure) {
      super(null, failure, false, false);
      this.failure = failure;
    }
  }
}
