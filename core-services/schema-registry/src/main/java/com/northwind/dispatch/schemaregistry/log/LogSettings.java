package com.northwind.dispatch.schemaregistry.log;

import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Where the log is, and the settings of Kafka's clients that its promises rest on.
///
/// @param kafka how this process reaches Kafka, and its name
/// @param topic name of the log's topic
/// @param replicationFactor copies of the log: 1 on one machine, 3 in production
/// @param writeLimit how long a write may take before whoever asked is told that it failed
public record LogSettings(
    KafkaSettings kafka, String topic, short replicationFactor, Duration writeLimit) {
  /// The topic of the platform's registry.
  public static final String TOPIC = "contracts.schemas";

  /// How long Kafka may take for one step of a write: a few steps fit into the limit of a write.
  static final Duration STEP_LIMIT = Duration.ofSeconds(3);

  /// How much longer a record may be than the schema in it, whose quotes are escaped.
  static final int MAX_RECORD_BYTES = 4 << 20;

  TopicPartition partition() {
    return new TopicPartition(topic, 0);
  }

  /// Whoever starts a producer of this name last is the only one who can write.
  private String transactionalId() {
    return topic.equals(TOPIC) ? "northwind-schema-registry" : "northwind-schema-registry-" + topic;
  }

  /// A producer whose records count only once their transaction is committed.
  KafkaProducer<String, byte[]> newProducer() {
    Map<String, Object> settings = common("writer");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId());
    // A writer that is killed leaves an open transaction; it hides nothing for longer than this.
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) STEP_LIMIT.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) STEP_LIMIT.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) STEP_LIMIT.toMillis());
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /// A consumer that sees what is committed, and fails when its place in the log is gone.
  KafkaConsumer<String, byte[]> newConsumer() {
    Map<String, Object> settings = common("reader");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// A client that looks after the topic.
  Admin newAdmin() {
    Map<String, Object> settings = common("admin");
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) STEP_LIMIT.toMillis());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) STEP_LIMIT.toMillis());
    return Admin.create(settings);
  }

  private Map<String, Object> common(String role) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, kafka.node() + "-" + role);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    // The coordinator says "not yet" while it ends the transaction before: ask again soon.
    settings.put(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, 10);
    settings.put(CommonClientConfigs.RETRY_BACKOFF_MAX_MS_CONFIG, 200);
    settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    settings.put("enable.metrics.push", false);
    return settings;
  }
}
