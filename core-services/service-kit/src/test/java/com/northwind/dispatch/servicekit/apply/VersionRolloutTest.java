package com.northwind.dispatch.servicekit.apply;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.envelope.EventTypes;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.planning.v1.LoadTendered;
import com.northwind.dispatch.contracts.planning.v2.CancelReason;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.version.Upcasters;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.processkit.kafka.DeadLetterLog;
import com.northwind.dispatch.processkit.kafka.EventConsumer;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.RecordReader;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An event gets its second version while everything runs: `LoadCancelled` on `planning.loads`,
/// with two producers that are rolled one after the other and two readers of different age, on a
/// real broker and a real database.
@ExtendWith(LocalStack.class)
class VersionRolloutTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int LOADS = 120;
  private static final int FIRST_NEW_PRODUCER = 40;
  private static final int BOTH_NEW_PRODUCERS = 80;

  private static final RecordReader NEW_BUILD = new RecordReader();

  /// What a build could read before there was a second version.
  private static final RecordReader OLD_BUILD =
      new RecordReader(
          new EventCodec(
              EventTypes.of(
                  Topics.PLANNING_LOADS.types().stream()
                      .filter(type -> !(type instanceof LoadCancelled))
                      .toList()),
              Upcasters.of(List.of())),
          ContractValidator.ofCatalogue());

  private final String run = "V-" + UUID.randomUUID();
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final MigratedDatabase database;
  private final KafkaSettings kafka;
  private final DeadLetterLog letters;
  private final KafkaProducer<String, byte[]> oneProducer;
  private final KafkaProducer<String, byte[]> otherProducer;

  VersionRolloutTest(TestDatabase testDatabase, LocalBroker broker) throws SQLException {
    database = MigratedDatabase.in(testDatabase);
    kafka = new KafkaSettings(broker.bootstrapServers(), run);
    letters = DeadLetterLog.start("test", kafka, database.meters(), Clock.systemUTC());
    oneProducer = kafka.newProducer("one");
    otherProducer = kafka.newProducer("other");
    database
        .transactions()
        .run(
            tx ->
                tx.sql(
                        """
                        create table if not exists story
                          (reader text, load text, step text, told serial, primary key (reader, load, step))
                        """)
                    .update());
  }

  @AfterEach
  void close() {
    oneProducer.close();
    otherProducer.close();
    letters.close();
    database.close();
  }

  @Test
  void losesNothingWhileProducersAreRolledOneAfterTheOtherUnderReadersOfBothVersions()
      throws Exception {
    try (EventConsumer newReader = consume("new", NEW_BUILD);
        EventConsumer oldReader = consume("old", OLD_BUILD)) {
      for (int load = 0; load < LOADS; load++) {
        send(load);
      }

      await().atMost(LIMIT).until(() -> story("new").size() == LOADS);
      await().atMost(LIMIT).until(() -> parked().size() == 2 * newVersions());
      assertTrue(newReader.joined() && oldReader.joined());
      assertEquals(
          newVersions(),
          parked().stream()
              .filter(reason -> reason == DeadLetterReason.DEAD_LETTER_REASON_CONTRACT)
              .count());
    }
    // When: the old reader is rolled, too
    try (EventConsumer rolled = consume("old", NEW_BUILD)) {
      await().atMost(LIMIT).until(() -> parked().isEmpty());
      assertTrue(rolled.joined());
    }

    List<String> whole =
        IntStream.range(0, LOADS)
            .mapToObj(load -> load(load) + ": tendered, cancelled because of rain, accepted")
            .sorted()
            .toList();
    assertEquals(whole, story("new"));
    assertEquals(whole, story("old"));
  }

  private static long newVersions() {
    return IntStream.range(0, LOADS).filter(VersionRolloutTest::isNewVersion).count();
  }

  /// First both producers write version 1, then one of them version 2, then both.
  private static boolean isNewVersion(int load) {
    return load >= BOTH_NEW_PRODUCERS || (load >= FIRST_NEW_PRODUCER && load % 2 == 0);
  }

  private void send(int load) throws Exception {
    KafkaProducer<String, byte[]> producer = load % 2 == 0 ? oneProducer : otherProducer;
    publish(
        producer,
        load,
        "1-tendered",
        LoadTendered.newBuilder().setLoadId(load(load)).setTenderedTime(time()).build());
    publish(producer, load, "2-cancelled", cancelled(load));
    publish(
        producer,
        load,
        "3-accepted",
        LoadAccepted.newBuilder()
            .setLoadId(load(load))
            .setAssignmentNo(1)
            .setDriverId("D-1")
            .setAcceptedTime(time())
            .build());
  }

  private Message cancelled(int load) {
    return isNewVersion(load)
        ? LoadCancelled.newBuilder()
            .setLoadId(load(load))
            .setReason(CancelReason.CANCEL_REASON_CUSTOMER)
            .setDetail("rain")
            .setCancelledTime(time())
            .build()
        : com.northwind.dispatch.contracts.planning.v1.LoadCancelled.newBuilder()
            .setLoadId(load(load))
            .setReason("rain")
            .setCancelledTime(time())
            .build();
  }

  private void publish(KafkaProducer<String, byte[]> producer, int load, String step, Message data)
      throws Exception {
    EventEnvelope event =
        new EventEnvelope(
            load(load) + "/" + step, "/test", load(load), Instant.EPOCH, load(load), null, data);
    var _ =
        producer
            .send(
                new ProducerRecord<>(Topics.PLANNING_LOADS.name(), load(load), codec.encode(event)))
            .get();
  }

  private EventConsumer consume(String reader, RecordReader build) {
    return EventConsumer.start(
        group(reader),
        List.of(Topics.PLANNING_LOADS),
        kafka,
        new EventApplier(
            group(reader),
            database.transactions(),
            (tx, event) -> tell(tx, reader, event),
            database.meters()),
        letters,
        build,
        database.meters(),
        Clock.systemUTC());
  }

  private void tell(Transaction transaction, String reader, ConsumedEvent event)
      throws SQLException {
    if (!event.event().subject().startsWith(run)) {
      return;
    }
    transaction
        .sql(
            """
            insert into story (reader, load, step) values (?, ?, ?)
            on conflict (reader, load, step) do nothing
            """)
        .with(run + reader, event.event().subject(), stepOf(event.event().data()))
        .update();
  }

  private static String stepOf(Message data) {
    return switch (data) {
      case LoadTendered _ -> "tendered";
      case LoadAccepted _ -> "accepted";
      case LoadCancelled cancelled -> "cancelled because of " + cancelled.getDetail();
      case com.northwind.dispatch.contracts.planning.v1.LoadCancelled older ->
          "cancelled because of " + older.getReason();
      default -> throw new IllegalStateException("not sent here: " + data);
    };
  }

  /// The stories that are told whole, each in the order in which it was told.
  private List<String> story(String reader) throws SQLException {
    return database
        .transactions()
        .call(
            tx ->
                tx.sql(
                        """
                        select load, string_agg(step, ', ' order by told) as steps
                        from story where reader = ?
                        group by load having count(*) = 3
                        order by load collate "C"
                        """)
                    .with(run + reader)
                    .list(row -> row.getString("load") + ": " + row.getString("steps")));
  }

  private List<DeadLetterReason> parked() {
    return letters.index(group("old")).all().stream()
        .filter(letter -> letter.recordKey().startsWith(run))
        .map(letter -> letter.reason())
        .toList();
  }

  private String group(String reader) {
    return "test-" + reader + "-" + run;
  }

  private String load(int number) {
    return "%s-%03d".formatted(run, number);
  }

  private static Timestamp time() {
    return Timestamp.newBuilder().setSeconds(1).build();
  }
}
