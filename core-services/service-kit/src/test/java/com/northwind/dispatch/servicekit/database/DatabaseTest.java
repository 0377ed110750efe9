package com.northwind.dispatch.servicekit.database;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final Duration QUICK = Duration.ofSeconds(5);

  @TempDir private Path directory;
  private LocalPostgres postgres;
  private MigratedDatabase database;
  private Transactions transactions;

  @BeforeEach
  void start() {
    postgres = LocalPostgres.start(directory);
    database = MigratedDatabase.in(TestDatabase.on(postgres));
    transactions = database.transactions();
  }

  @AfterEach
  void stop() {
    database.close();
    postgres.close();
  }

  @Test
  void failsQuicklyWhileTheServerIsAwayAndRecoversByItself() throws SQLException {
    assertEquals(1, one());
    postgres.kill();

    long begin = System.nanoTime();
    SQLException failure = assertThrows(SQLException.class, this::one);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    assertEquals(SqlFailure.UNREACHABLE, SqlFailure.of(failure));
    assertTrue(took.compareTo(Database.WAIT_FOR_CONNECTION.multipliedBy(3)) < 0, took::toString);
    await().atMost(QUICK).until(() -> !database.database().reachable());
    postgres.restart();
    await().atMost(Duration.ofSeconds(15)).until(() -> database.database().reachable());
    assertEquals(1, one());
  }

  @Test
  void hidesAServerThatIsKilledAndComesStraightBack() throws SQLException {
    assertEquals(1, one());

    postgres.kill();
    postgres.restart();

    assertEquals(1, one());
  }

  @Test
  void opensBeforeTheServerDoesAndMigratesOnceItDoes() throws Exception {
    TestDatabase later = TestDatabase.on(postgres);
    DatabaseSettings settings =
        new DatabaseSettings(later.jdbcUrl(), later.user(), later.password(), 2);
    postgres.stop();
    try (Database early = Database.open(settings, new SimpleMeterRegistry())) {
      Thread migration =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      new Migrations(settings, "classpath:northwind/migrations/common")
                          .runWhenReachable();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      postgres.restart();
      migration.join();

      assertEquals(
          0L,
          new Transactions(early, new SimpleMeterRegistry())
              .call(tx -> tx.sql("select count(*) as n from outbox").one(row -> row.getLong("n")))
              .longValue());
    }
  }

  @Test
  void commitsDurablyAndWaitsForNoLockForLong() throws SQLException {
    assertEquals("on", show("synchronous_commit"));
    assertEquals("2s", show("lock_timeout"));
    assertEquals("10s", show("statement_timeout"));
    assertEquals("15s", show("idle_in_transaction_session_timeout"));
  }

  private String show(String setting) throws SQLException {
    return transactions.call(tx -> tx.sql("show " + setting).one(row -> row.getString(1)));
  }

  private int one() throws SQLException {
    return transactions.call(tx -> tx.sql("select 1 as one").one(row -> row.getInt("one")));
  }
}
