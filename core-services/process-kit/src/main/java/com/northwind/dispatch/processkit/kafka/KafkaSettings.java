package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.processkit.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// How this process reaches Kafka, and the clients' settings that our promises rest on.
///
/// @param bootstrapServers `host:port`, comma-separated
/// @param node name of this process instance, unique among its replicas
public record KafkaSettings(String bootstrapServers, String node) {
  /// How long records may wait for company before a gathering consumer gets them.
  public static final Duration GATHERING = Duration.ofMillis(200);

  /// Reads `NORTHWIND_KAFKA`; the node's name is given by the caller.
  public static KafkaSettings from(Settings settings, String node) {
    return new KafkaSettings(settings.text("KAFKA", "127.0.0.1:9092"), node);
  }

  /// A producer that never gives a record up: durable on all in-sync replicas, in order, without
  /// duplicates of its own.
  ///
  /// An outage longer than any time-out must not turn an accepted record into an error, so delivery
  /// has no deadline; whoever sends bounds the bytes that wait.
  ///
  /// One request is on its way to a broker at a time. With more, a broker that is just starting may
  /// refuse a producer's first batch of a partition and take its second; the first is then out of
  /// order for ever, and without a deadline its retries never end (KAFKA-14312, KAFKA-15591).
  public KafkaProducer<String, byte[]> newProducer(String role) {
    Map<String, Object> settings = common(role);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
    // An assignment crosses four topics: none waits for company. Records gather by themselves while
    // the one request in flight is on its way.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /// A member of a consumer group. Its membership is static: a process that is killed and comes
  /// back takes its partitions over at once instead of waiting for its own ghost to time out.
  public KafkaConsumer<String, byte[]> newGroupConsumer(String group) {
    return new KafkaConsumer<>(
        member(group), new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// The same, but the broker lets records gather for up to [#GATHERING] before it hands them out:
  /// larger and fewer batches.
  public KafkaConsumer<String, byte[]> newGatheringConsumer(String group) {
    Map<String, Object> settings = member(group);
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 * 1024);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) GATHERING.toMillis());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> member(String group) {
    Map<String, Object> settings = consumer(group);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + node);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return settings;
  }

  /// A consumer outside any group, which assigns itself what it reads.
  public KafkaConsumer<String, byte[]> newViewConsumer(String role) {
    Map<String, Object> settings = consumer(role);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// A consumer outside any group that fetches one record here and there.
  KafkaConsumer<String, byte[]> newSingleRecordConsumer(String role) {
    Map<String, Object> settings = consumer(role);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 * 1024);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> consumer(String role) {
    Map<String, Object> settings = common(role);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  private Map<String, Object> common(String role) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, node + "-" + role);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    settings.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 60_000);
    settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    settings.put("enable.metrics.push", false);
    return settings;
  }
}
