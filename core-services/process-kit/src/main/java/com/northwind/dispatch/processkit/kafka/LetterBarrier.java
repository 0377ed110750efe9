package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Nothing is applied before it is known which keys are parked, also by those who had the
/// partitions before. Belongs to the consumer's thread.
final class LetterBarrier {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaConsumer<String, byte[]> consumer;
  private final DeadLetterLog letters;
  private boolean passed;

  LetterBarrier(KafkaConsumer<String, byte[]> consumer, DeadLetterLog letters) {
    this.consumer = consumer;
    this.letters = letters;
  }

  /// Partitions have come: others may have parked some of their keys.
  void raise() {
    passed = false;
  }

  /// Waits until every letter is known that is on the topic now.
  ///
  /// @throws TimeoutException when that takes too long; asking again goes on where it was
  void pass() throws InterruptedException {
    if (passed) {
      return;
    }
    String topic = Topics.DEAD_LETTERS.name();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("there is no topic " + topic);
    }
    if (!letters.awaitReached(consumer.endOffsets(partitions), PATIENCE)) {
      throw new TimeoutException("has not read " + topic + " to its end yet");
    }
    passed = true;
  }
}
