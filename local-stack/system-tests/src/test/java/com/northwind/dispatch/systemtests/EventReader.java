package com.northwind.dispatch.systemtests;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads topics with the CloudEvents SDK's own deserializer, as a stranger would. One thread.
final class EventReader implements AutoCloseable {
  private final KafkaConsumer<String, CloudEvent> consumer;
  private final Map<String, Integer> counts = new HashMap<>();

  private EventReader(KafkaConsumer<String, CloudEvent> consumer) {
    this.consumer = consumer;
  }

  /// Reads topics from their beginning.
  static EventReader of(String bootstrapServers, Collection<String> topics) {
    KafkaConsumer<String, CloudEvent> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new CloudEventDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new EventReader(consumer);
  }

  /// Reads on, and returns how many events each topic has given so far.
  ///
  /// @throws AssertionError when a record is no event of ours; it names the record
  Map<String, Integer> counts() {
    for (ConsumerRecord<String, CloudEvent> record : consumer.poll(Duration.ofMillis(500))) {
      if (record.value() != null) {
        check(record);
        counts.merge(record.topic(), 1, Integer::sum);
      }
    }
    return Map.copyOf(counts);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static void check(ConsumerRecord<String, CloudEvent> record) {
    CloudEvent event = record.value();
    boolean ours =
        event.getType().startsWith("northwind.")
            && event.getData() != null
            && event.getDataSchema() != null
            && event.getTime() != null
            && record.key().equals(event.getExtension("partitionkey"));
    if (!ours) {
      throw new AssertionError(
          "%s %d:%d is not an event of ours: %s"
              .formatted(record.topic(), record.partition(), record.offset(), event));
    }
  }
}
