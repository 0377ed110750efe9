package com.northwind.dispatch.schemaregistry.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The topic of the log: made where it is missing, refused where it would lose schemas.
final class LogTopic {
  private final Admin admin;
  private final LogSettings settings;

  LogTopic(Admin admin, LogSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /// Makes the topic where it is missing.
  ///
  /// @return what is wrong with the topic that is there, in a sentence with what to do
  /// @throws ExecutionException when Kafka refuses or does not answer
  Optional<String> ensure() throws ExecutionException, InterruptedException {
    Optional<TopicDescription> present = describe();
    if (present.isEmpty()) {
      create();
      return Optional.empty();
    }
    int partitions = present.get().partitions().size();
    if (partitions != 1) {
      return Optional.of(
          "topic "
              + settings.topic()
              + " has "
              + partitions
              + " partitions, and only a single one keeps the order of writes: move it away, and "
              + "the registry makes its own");
    }
    String cleanup = cleanupPolicy();
    if (!cleanup.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      return Optional.of(
          "topic "
              + settings.topic()
              + " has cleanup.policy="
              + cleanup
              + ", so Kafka would delete schemas as they get old: set it to compact");
    }
    return Optional.empty();
  }

  /// The id that Kafka gave this topic, other than that of any topic of the same name before;
  /// nothing when there is no topic.
  ///
  /// @throws KafkaException when Kafka does not answer
  Optional<Uuid> id() throws InterruptedException {
    try {
      return describe().map(TopicDescription::topicId);
    } catch (ExecutionException e) {
      throw new KafkaException("topic " + settings.topic() + " is not known", e.getCause());
    }
  }

  private Optional<TopicDescription> describe() throws ExecutionException, InterruptedException {
    try {
      return Optional.ofNullable(
          admin
              .describeTopics(List.of(settings.topic()))
              .allTopicNames()
              .get()
              .get(settings.topic()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void create() throws ExecutionException, InterruptedException {
    short copies = settings.replicationFactor();
    NewTopic topic =
        new NewTopic(settings.topic(), 1, copies)
            .configs(
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                    Integer.toString(copies >= 3 ? 2 : 1),
                    TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                    "false",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(LogSettings.MAX_RECORD_BYTES)));
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private String cleanupPolicy() throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
    Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    return config == null ? "" : config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
  }
}
