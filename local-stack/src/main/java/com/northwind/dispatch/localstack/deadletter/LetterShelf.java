package com.northwind.dispatch.localstack.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// The topic `dead.letters`, in the hands of an operator. Belongs to one thread.
public final class LetterShelf implements AutoCloseable {
  private static final String TOPIC = Topics.DEAD_LETTERS.name();
  private static final String SOURCE = "/operator";

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final TopicReader reader;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Clock clock;
  private final Map<String, StoredLetter> letters = new HashMap<>();

  /// @throws IllegalArgumentException when the broker has no such topic
  public LetterShelf(String bootstrapServers, Clock clock) {
    this.reader = new TopicReader(bootstrapServers, TOPIC);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.clock = clock;
  }

  /// Reads the topic from its beginning to its end.
  ///
  /// @return every letter there is, in the order of their records
  public List<StoredLetter> read() {
    letters.clear();
    reader.seek(new ReadFrom.Beginning());
    reader.readToEnd(
        record -> {
          take(record);
          return true;
        });
    return letters.values().stream().sorted(StoredLetter.BY_PLACE).toList();
  }

  /// Takes what has come since, if anything comes within half a second.
  ///
  /// @return ids of letters that have changed or gone
  public List<String> follow() {
    List<String> changed = new ArrayList<>();
    reader.poll(
        record -> {
          changed.add(take(record));
          return true;
        });
    return changed;
  }

  /// A letter as it stands now, or nothing when it is gone.
  public Optional<StoredLetter> find(String id) {
    return Optional.ofNullable(letters.get(id));
  }

  /// Ids of all letters.
  public Collection<String> ids() {
    return List.copyOf(letters.keySet());
  }

  /// Asks the letters' consumers to apply them again; durable when this returns.
  public void request(List<StoredLetter> chosen) throws InterruptedException, ExecutionException {
    Instant now = clock.instant();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (StoredLetter stored : chosen) {
      DeadLetter requested =
          stored.letter().toBuilder()
              .setRedriveRequestedTime(
                  Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
              .build();
      String id = stored.id();
      EventEnvelope event =
          new EventEnvelope(
              id + "#" + requested.getAttempts() + ".requested-" + now.toEpochMilli(),
              SOURCE,
              id,
              now,
              id,
              null,
              requested);
      sent.add(
          producer.send(
              new ProducerRecord<>(
                  TOPIC, null, id.getBytes(UTF_8), codec.encode(event), stored.headers())));
    }
    await(sent);
  }

  /// Has Kafka forget letters; durable when this returns.
  public void remove(List<StoredLetter> chosen) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (StoredLetter stored : chosen) {
      sent.add(producer.send(new ProducerRecord<>(TOPIC, stored.id().getBytes(UTF_8), null)));
    }
    await(sent);
  }

  @Override
  public void close() {
    producer.close();
    reader.close();
  }

  private static void await(List<Future<RecordMetadata>> sent)
      throws InterruptedException, ExecutionException {
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  private String take(ConsumerRecord<byte[], byte[]> record) {
    String id = record.key() == null ? "" : new String(record.key(), UTF_8);
    DeadLetter letter = record.value() == null ? null : decode(record.value());
    if (letter == null || !letter.getOffset().matches("[0-9]{1,18}")) {
      letters.remove(id);
    } else {
      letters.put(
          id, new StoredLetter(letter, record.headers(), new String(record.value(), UTF_8)));
    }
    return id;
  }

  private @Nullable DeadLetter decode(byte[] value) {
    return codec.decode(value) instanceof DecodeResult.Read(var event)
            && event.data() instanceof DeadLetter letter
        ? letter
        : null;
  }
}
