package com.northwind.dispatch.processkit.deadletter;

import org.jspecify.annotations.Nullable;

/// What keeps records in line: those of one key of one topic wait for each other. A record without
/// a key waits for nobody.
///
/// @param topic the topic
/// @param text the key, or the letter's id when the record stands alone
/// @param alone whether the record stands alone
public record OrderKey(String topic, String text, boolean alone) {

  /// The key of the record that a letter is about.
  public static OrderKey of(LetterId id, @Nullable String recordKey) {
    return recordKey == null || recordKey.isEmpty() ? alone(id) : shared(id.topic(), recordKey);
  }

  /// The key of records that wait for each other.
  public static OrderKey shared(String topic, String recordKey) {
    return new OrderKey(topic, recordKey, false);
  }

  /// The key of a record that waits for nobody.
  public static OrderKey alone(LetterId id) {
    return new OrderKey(id.topic(), id.toString(), true);
  }
}
