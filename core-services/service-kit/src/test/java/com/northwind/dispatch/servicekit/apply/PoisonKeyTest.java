package com.northwind.dispatch.servicekit.apply;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.command.Commands;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.processkit.kafka.DeadLetterLog;
import com.northwind.dispatch.processkit.kafka.EventConsumer;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One poison key among a thousand, on a real broker and a real database.
@ExtendWith(LocalStack.class)
class PoisonKeyTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int KEYS = 1_000;
  private static final int EVENTS_PER_KEY = 4;
  private static final String TOPIC = Topics.PLANNING_LOADS.name();

  private final String run = "P-" + UUID.randomUUID();
  private final String group = "test-" + run;
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final Set<String> poison = ConcurrentHashMap.newKeySet();
  private final MigratedDatabase database;
  private final KafkaSettings kafka;
  private final DeadLetterLog letters;
  private final KafkaProducer<String, byte[]> producer;

  PoisonKeyTest(TestDatabase testDatabase, LocalBroker broker) throws SQLException {
    database = MigratedDatabase.in(testDatabase);
    kafka = new KafkaSettings(broker.bootstrapServers(), run);
    letters = DeadLetterLog.start("test", kafka, database.meters(), Clock.systemUTC());
    producer = kafka.newProducer("test");
    database
        .transactions()
        .run(
            tx -> {
              for (String table : List.of("chain", "clean")) {
                tx.sql(
                        "create table if not exists %s (key text primary key, steps text, n int)"
                            .formatted(table))
                    .update();
                tx.sql("delete from " + table).update();
              }
            });
  }

  @AfterEach
  void close() {
    producer.close();
    letters.close();
    database.close();
  }

  @Test
  void holdsUpNobodyElseAndEndsInTheStateOfACleanRunOnceItIsRedriven() throws Exception {
    poison.add(id(key(0), 1));
    send();
    try (EventConsumer consumer = consume("chain", false)) {
      await().atMost(LIMIT).until(() -> stepsOf("chain") == KEYS * EVENTS_PER_KEY - 3);
      assertTrue(consumer.joined());
      await().atMost(LIMIT).until(() -> parked().size() == 3);
      assertEquals(
          List.of(
              DeadLetterReason.DEAD_LETTER_REASON_BUG,
              DeadLetterReason.DEAD_LETTER_REASON_BEHIND,
              DeadLetterReason.DEAD_LETTER_REASON_BEHIND),
          parked().stream().map(Letter::reason).toList());
    }
    // When: a build without the bug starts
    poison.clear();
    try (EventConsumer consumer = consume("chain", false)) {
      await().atMost(LIMIT).until(() -> parked().isEmpty());
      assertTrue(consumer.joined());
    }

    assertEquals(cleanRun(), stateOf("chain"));
  }

  @Test
  void anOperatorHasTheKeyRedrivenAndIsToldWhatCameOfIt() throws Exception {
    poison.add(id(key(0), 1));
    poison.add(id(key(0), 3));
    send();
    try (EventConsumer consumer = consume("chain", true)) {
      await().atMost(LIMIT).until(() -> parked().size() == 3);
      assertTrue(consumer.joined());
      assertEquals(1, redrive(), "it fails again");
      assertEquals(3, parked().size());

      poison.remove(id(key(0), 1));
      assertEquals(1, redrive(), "the last of them fails");
      assertEquals(1, parked().size());
      assertEquals(DeadLetterReason.DEAD_LETTER_REASON_BUG, parked().getFirst().reason());

      poison.clear();
      assertEquals(0, redrive());
      assertEquals(List.of(), parked());
    }
    assertEquals(cleanRun(), stateOf("chain"));
  }

  private int redrive() {
    return Commands.execute(
        "deadletters",
        "redrive",
        "--consumer",
        group,
        "--key",
        key(0),
        "--kafka",
        kafka.bootstrapServers());
  }

  @Test
  void batchesGoOnBesideAParkedKey() throws Exception {
    poison.add(id(key(0), 1));
    send();
    try (EventConsumer consumer = consume("chain", true)) {
      await().atMost(LIMIT).until(() -> stepsOf("chain") == KEYS * EVENTS_PER_KEY - 3);
      assertTrue(consumer.joined());
      await().atMost(LIMIT).until(() -> parked().size() == 3);
    }
  }

  @Test
  void rowsThatEarlierBuildsParkedBecomeDeadLettersAndAreRedriven() throws Exception {
    RecordMetadata first = producer.send(record(key(0), 0)).get();
    RecordMetadata second = producer.send(record(key(0), 1)).get();
    for (RecordMetadata place : List.of(first, second)) {
      boolean head = place == first;
      int step = head ? 0 : 1;
      database
          .transactions()
          .run(
              tx ->
                  tx.sql(
                          """
                          insert into parked_event
                            (consumer, topic, record_key, partition_no, record_offset, event_id, value, error, parked_at)
                          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                          """)
                      .with(
                          group,
                          TOPIC,
                          key(0),
                          place.partition(),
                          place.offset(),
                          id(key(0), step),
                          codec.encode(event(key(0), step)),
                          head ? "boom" : "waits behind an earlier event of its key",
                          Instant.now())
                      .update());
    }
    poison.add(id(key(0), 0));
    try (EventConsumer consumer = consume("chain", false)) {
      await().atMost(LIMIT).until(() -> parked().size() == 2);
      await().atMost(LIMIT).until(() -> rowsLeft() == 0);
      assertTrue(consumer.joined());
      assertEquals(
          List.of(
              DeadLetterReason.DEAD_LETTER_REASON_BUG, DeadLetterReason.DEAD_LETTER_REASON_BEHIND),
          parked().stream().map(Letter::reason).toList());
    }
    poison.clear();
    try (EventConsumer consumer = consume("chain", false)) {
      await().atMost(LIMIT).until(() -> parked().isEmpty());
      assertTrue(consumer.joined());
    }
    assertEquals(List.of(key(0) + " 0,1"), stateOf("chain"));
  }

  private EventConsumer consume(String table, boolean together) {
    EventApplier applier =
        new EventApplier(
            group,
            database.transactions(),
            (tx, event) -> append(tx, table, event),
            together,
            database.meters());
    return together
        ? EventConsumer.startGathering(
            group,
            List.of(Topics.PLANNING_LOADS),
            kafka,
            applier,
            letters,
            database.meters(),
            Clock.systemUTC())
        : EventConsumer.start(
            group,
            List.of(Topics.PLANNING_LOADS),
            kafka,
            applier,
            letters,
            database.meters(),
            Clock.systemUTC());
  }

  /// Appends the event's number to those of its key, once: the state tells the order.
  private void append(Transaction transaction, String table, ConsumedEvent event)
      throws SQLException {
    String id = event.event().id();
    if (!id.startsWith(run)) {
      return;
    }
    int number = Integer.parseInt(id.substring(id.lastIndexOf('#') + 1));
    transaction
        .sql(
            """
            insert into %s as c (key, steps, n) values (?, ?, ?)
            on conflict (key) do update
              set steps = c.steps || ',' || excluded.steps, n = excluded.n
              where c.n < excluded.n
            """
                .formatted(table))
        .with(event.event().subject(), Integer.toString(number), number)
        .update();
    if (poison.contains(id)) {
      throw new IllegalStateException("cannot make sense of " + id);
    }
  }

  private List<String> cleanRun() throws SQLException {
    database
        .transactions()
        .run(
            tx -> {
              for (int number = 0; number < EVENTS_PER_KEY; number++) {
                for (int key = 0; key < KEYS; key++) {
                  append(tx, "clean", new ConsumedEvent(TOPIC, 0, 0, event(key(key), number)));
                }
              }
            });
    return stateOf("clean");
  }

  private void send() throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int number = 0; number < EVENTS_PER_KEY; number++) {
      for (int key = 0; key < KEYS; key++) {
        sent.add(producer.send(record(key(key), number)));
      }
    }
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  private ProducerRecord<String, byte[]> record(String key, int number) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(TOPIC, key, codec.encode(event(key, number)));
    record.headers().add("content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private EventEnvelope event(String key, int number) {
    return new EventEnvelope(
        id(key, number),
        "/test",
        key,
        Instant.EPOCH,
        key,
        null,
        LoadAccepted.newBuilder()
            .setLoadId(key)
            .setDriverId("D-0001")
            .setAssignmentNo(1)
            .setAcceptedTime(Timestamp.newBuilder().setSeconds(1))
            .build());
  }

  private String key(int number) {
    return run + "-" + number;
  }

  private static String id(String key, int number) {
    return key + "#" + number;
  }

  private List<Letter> parked() {
    return letters.index(group).all().stream()
        .filter(letter -> letter.recordKey().startsWith(run))
        .sorted(Comparator.comparingLong(letter -> letter.id().offset()))
        .toList();
  }

  private long stepsOf(String table) throws SQLException {
    return database
        .transactions()
        .call(
            tx ->
                tx.sql(
                        "select coalesce(sum(length(replace(steps, ',', ''))), 0) as n from "
                            + table)
                    .one(row -> row.getLong("n")));
  }

  private List<String> stateOf(String table) throws SQLException {
    return database
        .transactions()
        .call(
            tx ->
                tx.sql("select key, steps from " + table + " order by key")
                    .list(row -> row.getString("key") + " " + row.getString("steps")));
  }

  private long rowsLeft() throws SQLException {
    return database
        .transactions()
        .call(tx -> tx.sql("select count(*) as n from parked_event").one(row -> row.getLong("n")));
  }
}
