package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.deadletter.LetterBody;
import com.northwind.dispatch.processkit.deadletter.LetterCodec;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Fetches single records: a letter from its place, a parked record from its own topic. Belongs to
/// one thread.
final class LetterReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConsumer<String, byte[]> consumer;
  private final LetterCodec codec;

  LetterReader(KafkaSettings kafka, LetterCodec codec) {
    this.consumer = kafka.newSingleRecordConsumer("letter-reader");
    this.codec = codec;
  }

  /// A letter whole, or nothing when it has changed or gone since the index heard of it.
  Optional<LetterBody> read(Letter letter) {
    TopicPartition partition =
        new TopicPartition(Topics.DEAD_LETTERS.name(), letter.place().partition());
    String key = letter.id().toString();
    return fetch(
            partition,
            letter.place().offset(),
            record -> record.offset() == letter.place().offset() && key.equals(record.key()))
        .flatMap(codec::decode);
  }

  /// The record that a letter is about, or nothing when its topic has forgotten it.
  Optional<ConsumerRecord<String, byte[]>> readOriginal(LetterId id) {
    return fetch(
        new TopicPartition(id.topic(), id.partition()),
        id.offset(),
        record -> record.offset() == id.offset());
  }

  @Override
  public void close() {
    consumer.close();
  }

  /// The first record at or after an offset, if it is the one that is looked for.
  private Optional<ConsumerRecord<String, byte[]>> fetch(
      TopicPartition partition, long offset, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        return Optional.of(record).filter(wanted);
      }
      if (consumer.position(partition) > offset) {
        return Optional.empty();
      }
    }
    throw new TimeoutException("no answer about " + partition + " at offset " + offset);
  }
}
