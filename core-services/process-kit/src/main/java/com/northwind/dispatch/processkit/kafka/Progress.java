package com.northwind.dispatch.processkit.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far a member of a group has come, and what it commits about it. Belongs to the consumer's
/// thread.
final class Progress {
  private static final Logger log = LoggerFactory.getLogger(Progress.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> undone = new HashMap<>();
  private final Map<TopicPartition, Long> done = new HashMap<>();

  Progress(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /// Another poll begins: what the last one brought is done, or has been asked for again.
  void beforePoll() {
    undone.clear();
  }

  /// These records are to be done.
  void begin(ConsumerRecords<String, byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      undone.put(partition, records.records(partition).getFirst().offset());
    }
  }

  /// Commits marks, so that they are there whatever happens next.
  void mark(Map<TopicPartition, OffsetAndMetadata> marks) {
    if (!marks.isEmpty()) {
      consumer.commitSync(marks, PATIENCE);
    }
  }

  /// Takes marks back: what they warned of did not happen.
  void unmark(Map<TopicPartition, OffsetAndMetadata> marks) {
    if (!marks.isEmpty()) {
      Map<TopicPartition, OffsetAndMetadata> cleared = new HashMap<>();
      marks.forEach((p, mark) -> cleared.put(p, DeliveryMark.running(mark.offset())));
      consumer.commitAsync(cleared, null);
    }
  }

  /// Commits that records are done.
  void commit(List<ConsumerRecord<String, byte[]>> records) {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      next.put(
          new TopicPartition(record.topic(), record.partition()),
          DeliveryMark.running(record.offset() + 1));
    }
    next.forEach(
        (partition, place) -> {
          undone.put(partition, place.offset());
          done.put(partition, place.offset());
        });
    consumer.commitAsync(next, null);
  }

  /// Has the records that are not done given again.
  void rewind() {
    undone.forEach(
        (partition, offset) -> {
          if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, offset);
          }
        });
    undone.clear();
  }

  /// Commits where this member stopped in good order, so that the next one need not be careful.
  void close() {
    close(List.copyOf(done.keySet()));
  }

  /// The same for some partitions.
  void close(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
    for (TopicPartition partition : partitions) {
      Long offset = done.get(partition);
      if (offset != null) {
        places.put(partition, DeliveryMark.closed(offset));
      }
    }
    if (places.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(places, PATIENCE);
    } catch (WakeupException e) {
      close(partitions);
    } catch (KafkaException e) {
      log.atInfo().addKeyValue("problem", e).log("could not say where it stopped");
    }
  }

  /// Partitions have gone.
  void forget(Collection<TopicPartition> partitions) {
    done.keySet().removeAll(partitions);
  }
}
