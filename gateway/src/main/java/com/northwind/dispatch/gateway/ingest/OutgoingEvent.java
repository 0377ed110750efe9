package com.northwind.dispatch.gateway.ingest;

import org.apache.kafka.clients.producer.ProducerRecord;

/// An event in the form it has on Kafka, not yet sent. Immutable; the bytes never leave as an
/// array, other than to the producer.
public final class OutgoingEvent {
  /// What a record costs beside its value: key, headers, and the objects around them.
  private static final int OVERHEAD_BYTES = 256;

  private final String id;
  private final ProducerRecord<String, byte[]> record;

  OutgoingEvent(String id, ProducerRecord<String, byte[]> record) {
    this.id = id;
    this.record = record;
  }

  /// The event's id.
  public String id() {
    return id;
  }

  /// Name of the topic it goes to.
  public String topic() {
    return record.topic();
  }

  /// What it weighs in memory, bytes.
  public int sizeBytes() {
    return record.value().length + OVERHEAD_BYTES;
  }

  ProducerRecord<String, byte[]> record() {
    return record;
  }
}
