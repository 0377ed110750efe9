package com.northwind.dispatch.localstack.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads a topic's partitions without belonging to a consumer group: it leaves no trace.
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /// @throws IllegalArgumentException when the broker has no such topic
  public TopicReader(String bootstrapServers, String topic) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      consumer.close();
      throw new IllegalArgumentException("the broker has no topic " + topic);
    }
    consumer.assign(partitions);
  }

  /// Where each partition ends now.
  public Map<TopicPartition, Long> endOffsets() {
    return consumer.endOffsets(partitions);
  }

  /// Goes to a place in each partition.
  public void seek(ReadFrom from) {
    switch (from) {
      case ReadFrom.Beginning() -> consumer.seekToBeginning(partitions);
      case ReadFrom.Latest() -> consumer.seekToEnd(partitions);
      case ReadFrom.Offset(long offset) -> partitions.forEach(p -> consumer.seek(p, offset));
      case ReadFrom.Time(var instant) -> seekToTime(instant.toEpochMilli());
    }
  }

  /// Goes to an offset of each partition; partitions that are not named are read from the start.
  public void seek(Map<TopicPartition, Long> offsets) {
    partitions.forEach(p -> consumer.seek(p, offsets.getOrDefault(p, 0L)));
  }

  /// Hands over every record from here to where the topic ends now, or until the visitor has had
  /// enough.
  ///
  /// @param visitor returns whether it wants more
  public void readToEnd(Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
    Map<TopicPartition, Long> ends = new HashMap<>(endOffsets());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      if (!poll(visitor)) {
        return;
      }
    }
  }

  /// Hands over every record from here on, for ever, or until the visitor has had enough.
  ///
  /// @param visitor returns whether it wants more
  public void follow(Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
    while (poll(visitor)) {
      // The visitor decides.
    }
  }

  /// Hands over the next records, if any come within half a second.
  ///
  /// @return whether the visitor wants more
  public boolean poll(Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      if (!visitor.test(record)) {
        return false;
      }
    }
    return true;
  }

  private void seekToTime(long epochMillis) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, epochMillis));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp place = found.get(partition);
      if (place == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, place.offset());
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
