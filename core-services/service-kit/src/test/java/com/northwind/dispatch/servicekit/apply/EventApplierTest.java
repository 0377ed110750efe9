package com.northwind.dispatch.servicekit.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class EventApplierTest {
  private final MigratedDatabase database;
  private final Set<String> poison = new HashSet<>();
  private final ApplyOnce applyOnce = new ApplyOnce(Clock.systemUTC());
  private final EventApplier applier;
  private final EventApplier together;
  private long offset;
  private boolean busy;

  EventApplierTest(TestDatabase testDatabase) {
    database = MigratedDatabase.in(testDatabase);
    applier = applier("test", false);
    together = applier("together", true);
  }

  @BeforeEach
  void table() throws SQLException {
    database
        .transactions()
        .run(
            tx -> {
              tx.sql("create table if not exists done (id serial, key text, what text)").update();
              tx.sql("delete from done").update();
              tx.sql("delete from parked_event").update();
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
  void aPoisonEventParksItsKeyAndNobodyElses() throws SQLException {
    poison.add("A2");

    applier.apply(List.of(event("A", "1"), event("A", "2"), event("B", "1"), event("A", "3")));
    applier.apply(List.of(event("A", "4"), event("B", "2")));

    assertEquals(List.of("1"), done("A"));
    assertEquals(List.of("1", "2"), done("B"));
    assertEquals(3, parked());
    assertEquals(
        3.0,
        database.meters().get("northwind.events.parked").tag("consumer", "test").gauge().value());
  }

  @Test
  void whatIsParkedIsRedrivenInOrder() throws SQLException {
    poison.add("A2");
    applier.apply(List.of(event("A", "1"), event("A", "2"), event("A", "3")));
    assertEquals(0, applier.redrive());

    poison.clear();
    assertEquals(2, applier.redrive());
    applier.apply(List.of(event("A", "4")));

    assertEquals(List.of("1", "2", "3", "4"), done("A"));
    assertEquals(0, parked());
  }

  @Test
  void aFailureThatPassesParksNothingAndLetsNothingOvertake() throws SQLException {
    busy = true;
    List<ConsumedEvent> events = List.of(event("A", "1"), event("B", "1"));
    assertThrows(SQLException.class, () -> applier.apply(events));
    assertEquals(List.of(), done("B"));

    busy = false;
    applier.apply(events);

    assertEquals(List.of("1"), done("A"));
    assertEquals(0, parked());
  }

  @Test
  void eventsAppliedTogetherParkOnlyTheOneThatFails() throws SQLException {
    poison.add("A2");

    together.apply(List.of(event("A", "1"), event("B", "1")));
    together.apply(List.of(event("B", "2"), event("A", "2"), event("B", "3")));

    assertEquals(List.of("1"), done("A"));
    assertEquals(List.of("1", "2", "3"), done("B"));
    assertEquals(1, parked());
  }

  private EventApplier applier(String name, boolean isTogether) {
    return new EventApplier(
        name,
        database.transactions(),
        EventCodec.ofCatalogue(),
        this::effect,
        isTogether,
        database.meters(),
        Clock.systemUTC());
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
    if (busy) {
      throw new SQLException("another holds the row", "55P03");
    }
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

  private long parked() throws SQLException {
    return database
        .transactions()
        .call(tx -> tx.sql("select count(*) as n from parked_event").one(row -> row.getLong("n")));
  }
}
