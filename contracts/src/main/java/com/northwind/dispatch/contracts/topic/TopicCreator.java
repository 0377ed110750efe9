package com.northwind.dispatch.contracts.topic;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// Makes a cluster have every topic of the catalogue. Running it again, or twice at once, is
/// harmless.
public final class TopicCreator {
  private final Admin admin;
  private final short replicationFactor;

  /// @param replicationFactor copies of each partition: 1 on one machine, 3 in production
  public TopicCreator(Admin admin, short replicationFactor) {
    this.admin = admin;
    this.replicationFactor = replicationFactor;
  }

  /// Creates the topics the cluster does not have and returns their names.
  ///
  /// @throws ExecutionException when the cluster refuses; its cause is Kafka's own error
  public List<String> createMissing() throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    List<Topic> missing =
        Topics.all().stream().filter(topic -> !present.contains(topic.name())).toList();
    try {
      admin.createTopics(missing.stream().map(this::newTopic).toList()).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
    return missing.stream().map(Topic::name).toList();
  }

  private NewTopic newTopic(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), replicationFactor)
        .configs(topic.settings());
  }
}
