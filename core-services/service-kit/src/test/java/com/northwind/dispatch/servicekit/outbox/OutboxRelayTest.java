package com.northwind.dispatch.servicekit.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.TopicView;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The relay against a broker and a server of its own, which may be killed.
class OutboxRelayTest {
  private static final Duration OUTAGE_OVER = Duration.ofSeconds(60);

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  @TempDir private Path directory;
  private LocalPostgres postgres;
  private LocalBroker broker;
  private MigratedDatabase database;
  private KafkaSettings kafka;
  private TopicView view;

  @BeforeEach
  void start() {
    postgres = LocalPostgres.start(directory.resolve("postgres"));
    broker = LocalBroker.start(directory.resolve("kafka"));
    database = MigratedDatabase.in(TestDatabase.on(postgres));
    kafka = new KafkaSettings(broker.bootstrapServers(), "relay-test");
    view = TopicView.start(Topics.PLANNING_LOADS, kafka, this::read);
  }

  @AfterEach
  void stop() {
    view.close();
    database.close();
    broker.close();
    postgres.close();
  }

  @Test
  void losesNothingAndKeepsTheOrderWhenDatabaseAndBrokerAreKilled() throws Exception {
    OutboxRelay relay = OutboxRelay.start(database.database(), kafka, database.meters());
    Outbox outbox = new Outbox(codec, relay::wake);
    append(outbox, 1, 50);
    await().atMost(OUTAGE_OVER).until(() -> arrived.size() >= 50);

    broker.kill();
    append(outbox, 51, 100);
    postgres.kill();
    postgres.restart();
    append(outbox, 101, 150);
    broker.restart();
    append(outbox, 151, 200);

    await().atMost(OUTAGE_OVER).until(() -> Set.copyOf(arrived).size() == 200);
    assertEquals(numbered(200), List.copyOf(new LinkedHashSet<>(arrived)));
    relay.close();
    assertEquals(0, waiting());
  }

  @Test
  void oneRelayAtATimeAndTheNextTakesOver() throws Exception {
    OutboxRelay first = OutboxRelay.start(database.database(), kafka, database.meters());
    await().atMost(OUTAGE_OVER).until(first::claimed);
    OutboxRelay second = OutboxRelay.start(database.database(), kafka, database.meters());
    append(new Outbox(codec, first::wake), 1, 10);
    await().atMost(OUTAGE_OVER).until(() -> arrived.size() == 10);
    assertFalse(second.claimed());

    first.close();
    await().atMost(OUTAGE_OVER).until(second::claimed);
    append(new Outbox(codec, () -> {}), 11, 20);

    await().atMost(OUTAGE_OVER).until(() -> arrived.size() == 20);
    assertEquals(numbered(20), List.copyOf(arrived));
    second.close();
  }

  @Test
  void whatWaitsIsCountedAndItsAgeGrowsWithoutARelay() throws Exception {
    append(new Outbox(codec, () -> {}), 1, 3);
    try (OutboxGauges gauges =
        OutboxGauges.start(database.transactions(), database.meters(), Clock.systemUTC())) {
      gauges.look();

      assertEquals(3.0, database.meters().get("northwind.outbox.rows").gauge().value());
      double before = oldestSeconds();
      await().atMost(OUTAGE_OVER).until(() -> oldestSeconds() > before);
      assertTrue(oldestSeconds() < OUTAGE_OVER.toSeconds());
    }
  }

  private double oldestSeconds() {
    return database.meters().get("northwind.outbox.oldest.seconds").gauge().value();
  }

  /// Appends as a consumer would: a transaction that an outage ends is tried again.
  private void append(Outbox outbox, int from, int to) {
    for (int n = from; n <= to; n++) {
      String id = "e" + n;
      await()
          .atMost(OUTAGE_OVER)
          .pollInSameThread()
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(
              () -> {
                database
                    .transactions()
                    .run(tx -> outbox.append(tx, Topics.PLANNING_LOADS, event(id)));
                return true;
              });
    }
  }

  private long waiting() throws SQLException {
    return database
        .transactions()
        .call(tx -> tx.sql("select count(*) as n from outbox").one(row -> row.getLong("n")));
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (codec.decode(record.value()) instanceof DecodeResult.Read(var event)) {
      arrived.add(event.id());
    }
  }

  private static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> "e" + n).toList();
  }

  private static EventEnvelope event(String id) {
    return new EventEnvelope(
        id,
        "/test",
        "L-1",
        Instant.EPOCH,
        "L-1",
        null,
        LoadAccepted.newBuilder()
            .setLoadId("L-1")
            .setDriverId("D-1")
            .setAssignmentNo(1)
            .setAcceptedTime(Timestamp.newBuilder().setSeconds(1))
            .build());
  }
}
