package com.northwind.dispatch.servicekit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class TransactionsTest {
  private final MigratedDatabase database;
  private final Transactions transactions;

  TransactionsTest(TestDatabase testDatabase) {
    database = MigratedDatabase.in(testDatabase);
    transactions = database.transactions();
  }

  @BeforeEach
  void tables() throws SQLException {
    transactions.run(
        tx -> {
          tx.sql("create table if not exists account (id int primary key, n int not null)")
              .update();
          tx.sql("delete from account").update();
          tx.sql("insert into account values (1, 0), (2, 0)").update();
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void rollsBackWhatFails() throws SQLException {
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.run(
                tx -> {
                  add(tx, 1);
                  throw new IllegalStateException("no");
                }));

    assertEquals(0, n(1));
  }

  @Test
  void runsTheVictimOfADeadlockAgain() throws Exception {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> a = threads.submit(() -> addToBoth(1, 2, bothHoldOne, attempts));
      Future<?> b = threads.submit(() -> addToBoth(2, 1, bothHoldOne, attempts));
      a.get();
      b.get();
    }

    assertEquals(2, n(1));
    assertEquals(2, n(2));
    assertTrue(attempts.get() >= 3, "someone was the victim");
  }

  @Test
  void givesUpOnALockThatIsHeldForTooLong() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CyclicBarrier held = new CyclicBarrier(2);
      CyclicBarrier release = new CyclicBarrier(2);
      Future<?> holder =
          threads.submit(
              () -> {
                transactions.run(
                    tx -> {
                      add(tx, 1);
                      meet(held);
                      meet(release);
                    });
                return true;
              });
      meet(held);

      SQLException failure =
          assertThrows(SQLException.class, () -> transactions.run(tx -> add(tx, 1)));

      assertEquals(SqlFailure.BUSY, SqlFailure.of(failure));
      meet(release);
      holder.get();
    }
  }

  @Test
  void callsBackAfterTheCommitOnceAndOnlyThen() throws SQLException {
    AtomicInteger calls = new AtomicInteger();
    Runnable call = calls::incrementAndGet;

    transactions.run(
        tx -> {
          tx.afterCommit(call);
          tx.afterCommit(call);
          assertEquals(0, calls.get());
        });

    assertEquals(1, calls.get());
  }

  @Test
  void writesLeftForLaterAreSeenByWhatIsReadNextAndAreCommitted() throws SQLException {
    int seen =
        transactions.call(
            tx -> {
              set(tx, 1, 5).later();
              tx.sql("insert into account values (3, 7)").later();
              set(tx, 2, 6).later();
              return tx.sql("select sum(n)::int as n from account").one(row -> row.getInt("n"));
            });
    transactions.run(
        tx -> {
          for (int n = 1; n <= 100; n++) {
            set(tx, 1, n).later();
          }
        });
    transactions.run(
        tx -> {
          for (int n = 1; n <= 100; n++) {
            set(tx, 2, n).later();
            tx.sql("delete from account where id = ?").with(1000 + n).later();
          }
        });

    assertEquals(18, seen);
    assertEquals(100, n(1));
    assertEquals(100, n(2));
  }

  @Test
  void aWriteLeftForLaterThatFailsFailsTheTransaction() throws SQLException {
    SQLException failure =
        assertThrows(
            SQLException.class,
            () ->
                transactions.run(
                    tx -> {
                      set(tx, 2, 9).later();
                      tx.sql("insert into account values (1, 1)").later();
                    }));

    assertEquals(SqlFailure.DUPLICATE, SqlFailure.of(failure));
    assertEquals(0, n(2));
  }

  private static Statement set(Transaction tx, int id, int n) {
    return tx.sql("update account set n = ? where id = ?").with(n, id);
  }

  private boolean addToBoth(
      int first, int second, CyclicBarrier bothHoldOne, AtomicInteger attempts)
      throws SQLException {
    transactions.run(
        tx -> {
          add(tx, first);
          if (attempts.incrementAndGet() <= 2) {
            meet(bothHoldOne);
          }
          add(tx, second);
        });
    return true;
  }

  private static void add(Transaction tx, int id) throws SQLException {
    tx.sql("update account set n = n + 1 where id = ?").with(id).update();
  }

  private int n(int id) throws SQLException {
    return transactions.call(
        tx -> tx.sql("select n from account where id = ?").with(id).one(row -> row.getInt("n")));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
