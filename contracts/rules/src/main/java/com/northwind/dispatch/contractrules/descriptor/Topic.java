package com.northwind.dispatch.contractrules.descriptor;

import java.util.List;

/// A topic, as its value in `northwind.contract.v1.Topic` says.
///
/// @param constant name of the value, e.g. `TOPIC_ELD_TELEMETRY`
/// @param name name in Kafka, e.g. `eld.telemetry`
/// @param key what its records are keyed by, in a word: `vehicle`
/// @param retentionDays days that records are kept; 0 for a compacted topic
/// @param writtenBy processes that write it
/// @param readBy processes that read it
/// @param comment what is on it
/// @param place where it stands
public record Topic(
    String constant,
    String name,
    String key,
    int retentionDays,
    List<String> writtenBy,
    List<String> readBy,
    String comment,
    Place place) {
  public Topic {
    writtenBy = List.copyOf(writtenBy);
    readBy = List.copyOf(readBy);
  }

  /// Whether Kafka keeps the newest record of each key for ever.
  public boolean isCompacted() {
    return retentionDays == 0;
  }
}
