package com.northwind.dispatch.contracts.topic;

import com.google.protobuf.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One Kafka topic of the platform.
///
/// @param name the topic's name
/// @param key what its records are keyed by; records of one key keep their order
/// @param partitions how many partitions it is created with; never changed afterwards, because keys
///   would move
/// @param cleanup what Kafka may forget
/// @param types the event types it carries, as empty messages
public record Topic(String name, Key key, int partitions, Cleanup cleanup, List<Message> types) {

  public Topic {
    types = List.copyOf(types);
    if (partitions < 1) {
      throw new IllegalArgumentException("topic " + name + " needs at least one partition");
    }
  }

  /// What a topic's records are keyed by.
  public enum Key {
    VEHICLE,
    DEVICE,
    DRIVER,
    LOAD,
    RECORD
  }

  /// What Kafka may forget of a topic.
  public sealed interface Cleanup {
    /// Records older than this.
    record DeleteAfter(Duration retention) implements Cleanup {}

    /// All but the newest record of each key.
    record Compact() implements Cleanup {}
  }

  /// The topic's settings, as Kafka names them.
  public Map<String, String> settings() {
    return switch (cleanup) {
      case Cleanup.DeleteAfter(Duration retention) ->
          Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
      case Cleanup.Compact() -> Map.of("cleanup.policy", "compact");
    };
  }
}
