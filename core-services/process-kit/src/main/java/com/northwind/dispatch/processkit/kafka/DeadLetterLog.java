package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.deadletter.LetterBody;
import com.northwind.dispatch.processkit.deadletter.LetterCodec;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import com.northwind.dispatch.processkit.deadletter.LetterIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The topic `dead.letters` as one process sees it: an index of the letters of its own consumers,
/// kept up to date from the topic, and a way to write. Thread-safe.
///
/// What is written here is durable on all in-sync replicas, and in the index, when the call
/// returns.
public final class DeadLetterLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DeadLetterLog.class);

  private final String process;
  private final KafkaSettings kafka;
  private final LetterCodec codec;
  private final Clock clock;
  private final MeterRegistry meters;
  private final LetterWriter writer;
  private final Map<String, LetterIndex> indexes = new ConcurrentHashMap<>();
  private final TopicView view;

  private DeadLetterLog(String process, KafkaSettings kafka, MeterRegistry meters, Clock clock) {
    this.process = process;
    this.kafka = kafka;
    this.codec = new LetterCodec("/" + process + "/" + kafka.node(), clock);
    this.clock = clock;
    this.meters = meters;
    this.writer = new LetterWriter(kafka, codec);
    this.view = TopicView.start(Topics.DEAD_LETTERS, kafka, this::onRecord);
  }

  /// Starts reading.
  ///
  /// @param process the process's name; its consumers' names begin with it and a dash
  public static DeadLetterLog start(
      String process, KafkaSettings kafka, MeterRegistry meters, Clock clock) {
    return new DeadLetterLog(process, kafka, meters, clock);
  }

  /// The letters of one of the process's consumers.
  ///
  /// @throws IllegalArgumentException when the consumer's name is not the process's
  public LetterIndex index(String consumer) {
    if (!isOurs(consumer)) {
      throw new IllegalArgumentException(
          "the name of consumer " + consumer + " does not begin with " + process + "-");
    }
    return indexes.computeIfAbsent(consumer, this::newIndex);
  }

  /// Waits until the index knows everything that was on the topic before these offsets.
  public boolean awaitReached(Map<TopicPartition, Long> ends, Duration patience)
      throws InterruptedException {
    return view.awaitReached(ends, patience);
  }

  /// Whether the index has known everything that was on the topic when this process started.
  public boolean caughtUp() {
    return view.caughtUp();
  }

  /// Writes new letters.
  ///
  /// @throws IllegalStateException when a consumer has too many already
  public void park(Collection<LetterBody> bodies) throws InterruptedException {
    for (LetterBody body : bodies) {
      String consumer = body.data().getConsumer();
      if (index(consumer).size() + bodies.size() > LetterIndex.MOST_LETTERS) {
        throw new IllegalStateException(
            "%s has %d dead letters and takes no more: re-drive or purge some"
                .formatted(consumer, index(consumer).size()));
      }
    }
    write(bodies);
    for (LetterBody body : bodies) {
      meters
          .counter(
              "northwind.deadletters.parked",
              "consumer",
              body.data().getConsumer(),
              "reason",
              word(body.data().getReason()))
          .increment();
    }
  }

  /// Writes newer versions of letters.
  public void write(Collection<LetterBody> bodies) throws InterruptedException {
    List<RecordMetadata> places = writer.write(bodies);
    int i = 0;
    for (LetterBody body : bodies) {
      RecordMetadata place = places.get(i++);
      LetterId.parse(body.data().getLetterId())
          .ifPresent(id -> index(id.consumer()).put(Letter.of(id, body, place(place))));
    }
  }

  /// Has Kafka forget letters.
  public void remove(Collection<LetterId> ids) throws InterruptedException {
    List<RecordMetadata> places = writer.remove(ids);
    int i = 0;
    for (LetterId id : ids) {
      index(id.consumer()).removeAhead(id, place(places.get(i++)));
    }
  }

  /// Name of this process instance, as letters say it.
  public String node() {
    return kafka.node();
  }

  /// Opens a reader of whole letters; the caller closes it.
  LetterReader newReader() {
    return new LetterReader(kafka, codec);
  }

  @Override
  public void close() {
    view.close();
    writer.close();
  }

  private void onRecord(ConsumerRecord<String, byte[]> record) {
    Optional<LetterId> id = record.key() == null ? Optional.empty() : LetterId.parse(record.key());
    if (id.isEmpty() || !isOurs(id.get().consumer())) {
      return;
    }
    Letter.Place place = new Letter.Place(record.partition(), record.offset());
    LetterIndex index = index(id.get().consumer());
    if (record.value() == null) {
      index.removeFromTopic(id.get(), place);
      return;
    }
    Optional<LetterBody> body = codec.decode(record);
    if (body.isEmpty()) {
      log.atError()
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("letter", record.key())
          .log("record on dead.letters is no dead letter, passed over");
      return;
    }
    index.put(Letter.of(id.get(), body.get(), place));
  }

  private boolean isOurs(String consumer) {
    return consumer.startsWith(process + "-");
  }

  private LetterIndex newIndex(String consumer) {
    LetterIndex index = new LetterIndex();
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      if (reason != DeadLetterReason.UNRECOGNIZED
          && reason != DeadLetterReason.DEAD_LETTER_REASON_UNSPECIFIED) {
        Gauge.builder("northwind.deadletters", index, letters -> letters.count(reason))
            .tag("consumer", consumer)
            .tag("reason", word(reason))
            .register(meters);
      }
    }
    Gauge.builder("northwind.deadletters.oldest.seconds", index, this::ageOfOldest)
        .tag("consumer", consumer)
        .register(meters);
    return index;
  }

  private double ageOfOldest(LetterIndex index) {
    return index
            .oldest()
            .map(parkedAt -> Math.max(0, Duration.between(parkedAt, clock.instant()).toMillis()))
            .orElse(0L)
        / 1000.0;
  }

  private static Letter.Place place(RecordMetadata metadata) {
    return new Letter.Place(metadata.partition(), metadata.offset());
  }

  private static String word(DeadLetterReason reason) {
    return reason.name().substring("DEAD_LETTER_REASON_".length());
  }
}
