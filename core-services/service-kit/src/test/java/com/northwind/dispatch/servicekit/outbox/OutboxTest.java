package com.northwind.dispatch.servicekit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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
class OutboxTest {
  private static final int ROUNDS = 2_000;

  private final MigratedDatabase database;
  private final Transactions transactions;
  private final AtomicInteger woken = new AtomicInteger();
  private final Outbox outbox = new Outbox(EventCodec.ofCatalogue(), woken::incrementAndGet);
  private ManualRelay relay;

  OutboxTest(TestDatabase testDatabase) throws SQLException {
    database = MigratedDatabase.in(testDatabase);
    transactions = database.transactions();
    relay = ManualRelay.of(database.database());
  }

  @BeforeEach
  void empty() throws Exception {
    relay.close();
    transactions.run(tx -> tx.sql("delete from outbox").update());
    relay = ManualRelay.of(database.database());
  }

  @AfterEach
  void close() throws Exception {
    relay.close();
    database.close();
  }

  @Test
  void refusesAnEventThatBreaksItsContractWithItsTransaction() throws SQLException {
    EventEnvelope broken = event("L-1", "broken", "");

    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                database
                    .transactions()
                    .run(tx -> outbox.append(tx, Topics.PLANNING_LOADS, broken)));

    assertEquals(
        "northwind.planning.v1.LoadAccepted broken breaks its contract: "
            + "[/driverId is missing; the contract requires it]",
        refusal.getMessage());
  }

  @Test
  void sendsWhatATransactionAppendedOnceItIsCommitted() throws Exception {
    transactions.run(
        tx -> {
          append(tx, "L-1", "e1");
          append(tx, "L-1", "e2");
        });

    List<ManualRelay.Sent> sent = relay.run();

    assertEquals(List.of("e1", "e2"), ids(sent));
    assertEquals("planning.loads", sent.getFirst().topic());
    assertEquals("L-1", sent.getFirst().key());
    assertEquals(List.of(), relay.run());
    assertEquals(1, woken.get());
  }

  @Test
  void sendsNothingOfATransactionThatFailed() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.run(
                tx -> {
                  append(tx, "L-1", "e1");
                  throw new IllegalStateException("changed my mind");
                }));

    assertEquals(List.of(), relay.run());
    assertEquals(0, woken.get());
  }

  @Test
  void refusesAnEventThatKafkaWouldRefuse() {
    EventEnvelope huge = event("L-1", "e1", "x".repeat(Outbox.MAX_EVENT_BYTES));

    assertThrows(
        IllegalArgumentException.class,
        () -> transactions.run(tx -> outbox.append(tx, Topics.PLANNING_LOADS, huge)));
  }

  /// The transaction that took the lower id commits last, every time: a relay that remembers the
  /// highest id it has seen would skip it.
  @Test
  void neverSkipsACommitThatCameLate() throws Exception {
    Set<String> sent = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        String early = "early-" + round;
        String late = "late-" + round;
        CountDownLatch lateHasAppended = new CountDownLatch(1);
        CountDownLatch earlyIsSent = new CountDownLatch(1);
        Future<?> lateCommit =
            threads.submit(
                () -> {
                  transactions.run(
                      tx -> {
                        append(tx, late, late);
                        lateHasAppended.countDown();
                        await(earlyIsSent);
                      });
                  return true;
                });
        await(lateHasAppended);
        transactions.run(tx -> append(tx, early, early));
        sent.addAll(ids(relay.step()));
        earlyIsSent.countDown();
        lateCommit.get();
        sent.addAll(ids(relay.step()));
      }
    }
    assertEquals(2 * ROUNDS, sent.size());
    assertEquals(2 * ROUNDS, relay.sent().size());
  }

  @Test
  void keepsTheOrderOfAKeyWhoseWritersHoldItsRow() throws Exception {
    transactions.run(
        tx -> {
          tx.sql("create table if not exists counter (n int not null)").update();
          tx.sql("insert into counter values (0)").update();
        });
    List<ManualRelay.Sent> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        writers.add(threads.submit(this::appendNumberedEvents));
      }
      while (!writers.stream().allMatch(Future::isDone)) {
        sent.addAll(relay.run());
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    sent.addAll(relay.run());

    List<String> expected = new ArrayList<>();
    for (int n = 1; n <= 400; n++) {
      expected.add("n" + n);
    }
    assertEquals(expected, ids(sent));
  }

  @Test
  void aRelayKilledBeforeItDeletesSendsTheSameEventsAgain() throws Exception {
    transactions.run(tx -> append(tx, "L-1", "e1"));
    transactions.run(tx -> append(tx, "L-2", "e2"));

    List<ManualRelay.Sent> first = relay.stepAndDieBeforeDelete();
    relay.close();
    transactions.run(tx -> append(tx, "L-1", "e3"));
    relay = ManualRelay.of(database.database());
    List<ManualRelay.Sent> second = relay.run();

    assertEquals(List.of("e1", "e2"), ids(first));
    assertEquals(List.of("e1", "e2", "e3"), ids(second));
    assertEquals(first, second.subList(0, 2));
  }

  private boolean appendNumberedEvents() throws SQLException {
    for (int i = 0; i < 100; i++) {
      transactions.run(
          tx -> {
            int n = tx.sql("update counter set n = n + 1 returning n").one(row -> row.getInt("n"));
            append(tx, "L-1", "n" + n);
          });
    }
    return true;
  }

  private void append(Transaction tx, String load, String id) throws SQLException {
    outbox.append(tx, Topics.PLANNING_LOADS, event(load, id, "D-1"));
  }

  private static EventEnvelope event(String load, String id, String driver) {
    return new EventEnvelope(
        id,
        "/test",
        load,
        Instant.parse("2026-11-22T12:00:00Z"),
        load,
        null,
        LoadAccepted.newBuilder()
            .setLoadId(load)
            .setDriverId(driver)
            .setAssignmentNo(1)
            .setAcceptedTime(Timestamp.newBuilder().setSeconds(1))
            .build());
  }

  private static List<String> ids(List<ManualRelay.Sent> sent) {
    return sent.stream().map(one -> one.event().id()).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS), "the other thread never came this far");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
