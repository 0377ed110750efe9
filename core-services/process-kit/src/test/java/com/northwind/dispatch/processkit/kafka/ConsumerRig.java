package com.northwind.dispatch.processkit.kafka;

import static org.awaitility.Awaitility.await;

import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.deadletter.LetterBody;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/// A consumer of loads on the real broker, its dead letters, and a way to write records for it.
/// Closing and starting the consumer again is a new life of its process.
final class ConsumerRig implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(60);

  final String group = "test-" + UUID.randomUUID();
  final String load = "L-" + UUID.randomUUID();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final KafkaSettings kafka;
  final ScriptedHandler handler;
  final TestEvents events;
  private DeadLetterLog letters;
  private EventConsumer consumer;

  ConsumerRig(boolean together, boolean keysWait) {
    kafka = new KafkaSettings(LocalBroker.shared().bootstrapServers(), "node-" + load);
    handler = new ScriptedHandler(load, together, keysWait);
    events = new TestEvents(kafka);
    letters = DeadLetterLog.start("test", kafka, meters, Clock.systemUTC());
    consumer = newConsumer(kafka.newGroupConsumer(group), new RecordReader());
  }

  static ConsumerRig start() {
    return new ConsumerRig(false, true);
  }

  EventConsumer newConsumer(KafkaConsumer<String, byte[]> kafkaConsumer, RecordReader reader) {
    return EventConsumer.start(
        group,
        List.of(TestEvents.TOPIC),
        kafkaConsumer,
        handler,
        letters,
        reader,
        meters,
        Clock.systemUTC());
  }

  /// Ends the process in good order.
  void stop() {
    consumer.close();
    letters.close();
  }

  /// Starts it again, with another reader: another build.
  void startAgain(RecordReader reader) {
    letters = DeadLetterLog.start("test", kafka, meters, Clock.systemUTC());
    consumer = newConsumer(kafka.newGroupConsumer(group), reader);
  }

  void startAgain() {
    startAgain(new RecordReader());
  }

  DeadLetterLog letters() {
    return letters;
  }

  /// Writes an event of a key that begins with the rig's load.
  void write(String key, String id) throws Exception {
    events.write(load + key, load + id);
  }

  /// What is known of this rig's letters, the oldest first.
  List<Letter> parked() {
    return letters.index(group).all().stream()
        .filter(letter -> letter.recordKey().startsWith(load))
        .sorted(Comparator.comparingLong(letter -> letter.id().offset()))
        .toList();
  }

  List<DeadLetterReason> reasons() {
    return parked().stream().map(Letter::reason).toList();
  }

  /// A letter whole, as it stands on the topic.
  DeadLetter body(Letter letter) {
    try (LetterReader reader = letters.newReader()) {
      return reader.read(letter).map(LetterBody::data).orElseThrow();
    }
  }

  /// Does what an operator does: writes the letter with a request.
  void request(Letter letter) throws Exception {
    DeadLetter.Builder data = body(letter).toBuilder();
    Instant now = Instant.now();
    data.getRedriveRequestedTimeBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano());
    var codec =
        new com.northwind.dispatch.processkit.deadletter.LetterCodec("/test", Clock.systemUTC());
    try (KafkaProducer<String, byte[]> producer = kafka.newProducer("operator")) {
      producer.send(codec.encode(new LetterBody(data.build(), letter.unreturned()))).get();
    }
  }

  /// Ids of what was applied, without the rig's prefix.
  List<String> applied() {
    return handler.applied().stream().map(id -> id.substring(load.length())).toList();
  }

  void awaitApplied(String... ids) {
    await().atMost(LIMIT).until(() -> applied().containsAll(List.of(ids)));
  }

  void awaitParked(int count) {
    await().atMost(LIMIT).until(() -> parked().size() == count);
  }

  String topic() {
    return Topics.PLANNING_LOADS.name();
  }

  @Override
  public void close() {
    handler.stuck.values().forEach(java.util.concurrent.CountDownLatch::countDown);
    stop();
    events.close();
  }
}
