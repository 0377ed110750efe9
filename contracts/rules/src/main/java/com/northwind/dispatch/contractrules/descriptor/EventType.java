package com.northwind.dispatch.contractrules.descriptor;

import java.util.Optional;

/// A message that is the data of records on a topic.
///
/// @param message its fields
/// @param topicConstant constant of its topic, e.g. `TOPIC_ELD_TELEMETRY`
/// @param key name of the field that holds the key of its records, as the protobuf file writes it
/// @param replaces full name of the message that this one replaces
public record EventType(
    MessageType message, String topicConstant, String key, Optional<String> replaces) {

  /// The event's type: the full protobuf name of its message.
  public String name() {
    return message.name();
  }
}
