package com.northwind.dispatch.servicekit.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.deadletter.FailureClass;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LocalStack.class)
class EventApplierTest {
  private final MigratedDatabase database;
  private final Set<String> poison = new HashSet<>();
  private final ApplyOnce applyOnce = new ApplyOnce(Clock.systemUTC());
  private final EventApplier applier;
  private long offset;

  EventApplierTest(TestDatabase testDatabase) {
    database = MigratedDatabase.in(testDatabase);
    applier = new EventApplier("test", database.transactions(), this::effect, database.meters());
  }

  @BeforeEach
  void table() throws SQLException {
    database
        .transactions()
        .run(
            tx -> {
              tx.sql("create table if not exists done (id serial, key text, what text)").update();
              tx.sql("delete from done").update();
              tx.sql("delete from applied_event").update();
            });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void appliesEachEventOnceHoweverOftenItComes() throws SQLException {
    List<ConsumedEvent> events = List.of(event("A", "1"), event("B", "1"), event("A", "2"));

    applier.apply(events);
    applier.apply(events);
    applier.apply(events.reversed());

    assertEquals(List.of("1", "2"), done("A"));
    assertEquals(List.of("1"), done("B"));
  }

  @Test
  void ofEventsGivenTogetherAllAreAppliedOrNone() throws SQLException {
    poison.add("A2");
    List<ConsumedEvent> events = List.of(event("A", "1"), event("A", "2"), event("B", "1"));

    assertThrows(IllegalStateException.class, () -> applier.apply(events));
    assertEquals(List.of(), done("A"));
    assertEquals(List.of(), done("B"));

    poison.clear();
    applier.apply(events);
    assertEquals(List.of("1", "2"), done("A"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasAClass(FailureClass expected, Throwable failure) {
    assertEquals(expected, applier.classOf(failure));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(FailureClass.TRANSIENT, sql("08006")),
        Arguments.of(FailureClass.TRANSIENT, sql("57P01")),
        Arguments.of(FailureClass.TRANSIENT, sql("53300")),
        Arguments.of(FailureClass.TRANSIENT, sql("55P03")),
        Arguments.of(FailureClass.TRANSIENT, sql("40P01")),
        Arguments.of(FailureClass.TRANSIENT, sql("40001")),
        Arguments.of(FailureClass.TRANSIENT, new SQLTransientConnectionException("no connection")),
        Arguments.of(FailureClass.TRANSIENT, new IllegalStateException("wrapped", sql("08006"))),
        Arguments.of(FailureClass.TRANSIENT, new TimeoutException("Kafka is away")),
        Arguments.of(FailureClass.TRANSIENT, new NotLeaderOrFollowerException("Kafka moves")),
        Arguments.of(FailureClass.TRANSIENT, new InterruptedException("the process stops")),
        Arguments.of(FailureClass.BUG, sql("23505")),
        Arguments.of(FailureClass.BUG, sql("22021")),
        Arguments.of(FailureClass.BUG, sql("42P01")),
        Arguments.of(FailureClass.BUG, new IllegalStateException("cannot make sense of it")),
        Arguments.of(FailureClass.BUG, new StackOverflowError()),
        Arguments.of(FailureClass.BUG, new AssertionError("never")));
  }

  private static SQLException sql(String state) {
    return new SQLException("failed", state);
  }

  private void effect(Transaction transaction, ConsumedEvent event) throws SQLException {
    LoadAccepted data = (LoadAccepted) event.event().data();
    if (!applyOnce.first(transaction, NaturalKey.of("test", event.event().id()))) {
      return;
    }
    transaction
        .sql("insert into done (key, what) values (?, ?)")
        .with(data.getLoadId(), data.getDriverId())
        .update();
    if (poison.contains(event.event().id())) {
      throw new IllegalStateException("cannot make sense of it");
    }
  }

  private ConsumedEvent event(String key, String what) {
    return new ConsumedEvent(
        "planning.loads",
        0,
        offset++,
        new EventEnvelope(
            key + what,
            "/test",
            key,
            Instant.EPOCH,
            key,
            null,
            LoadAccepted.newBuilder().setLoadId(key).setDriverId(what).build()));
  }

  private List<String> done(String key) throws SQLException {
    return database
        .transactions()
        .call(
            tx ->
                new ArrayList<>(
                    tx.sql("select what from done where key = ? order by id")
                        .with(key)
                        .list(row -> row.getString("what"))));
  }
}
