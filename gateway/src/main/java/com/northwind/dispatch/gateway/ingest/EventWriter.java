package com.northwind.dispatch.gateway.ingest;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.canary.ContractCanary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Turns facts into events of this gateway. Computes only, so event loops may call it. Thread-safe.
public final class EventWriter {
  private static final byte[] CONTENT_TYPE =
      EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII);

  private final EventCodec codec;
  private final ContractCanary canary;
  private final String source;

  /// @param canary looks at what is written
  /// @param node name of this gateway, which the events' `source` carries
  public EventWriter(EventCodec codec, ContractCanary canary, String node) {
    this.codec = codec;
    this.canary = canary;
    this.source = "/gateway/" + node;
  }

  /// An event about `subject`.
  ///
  /// @param id names the fact for ever: the same fact gets the same id
  /// @param key the record's Kafka key
  /// @param traceparent W3C trace context of the work that caused it, or null when there is none
  public OutgoingEvent write(
      Topic topic,
      String id,
      String subject,
      Instant time,
      String key,
      @Nullable String traceparent,
      Message data) {
    EventEnvelope event = new EventEnvelope(id, source, subject, time, key, traceparent, data);
    byte[] bytes = codec.encode(event);
    canary.look(event, bytes);
    return new OutgoingEvent(
        id,
        new ProducerRecord<>(
            topic.name(), null, key, bytes, new RecordHeaders().add("content-type", CONTENT_TYPE)));
  }

  /// Writes one event of each type to nowhere, so that the first devices after a start do not wait
  /// on their event loop while classes are loaded.
  public void warmUp() {
    for (Topic topic : Topics.all()) {
      for (Message type : topic.types()) {
        byte[] _ =
            codec.encode(
                new EventEnvelope("none", source, "none", Instant.EPOCH, "none", null, type));
      }
    }
  }
}
