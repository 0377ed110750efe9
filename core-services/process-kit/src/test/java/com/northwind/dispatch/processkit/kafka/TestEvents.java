package com.northwind.dispatch.processkit.kafka;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Writes events about loads to a real broker.
final class TestEvents implements AutoCloseable {
  static final Topic TOPIC = Topics.PLANNING_LOADS;

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final KafkaProducer<String, byte[]> producer;

  TestEvents(KafkaSettings kafka) {
    producer = kafka.newProducer("test-events");
  }

  RecordMetadata write(String loadId, String eventId)
      throws InterruptedException, ExecutionException {
    return writeBytes(loadId, codec.encode(event(loadId, eventId)));
  }

  RecordMetadata writeText(@Nullable String key, String value)
      throws InterruptedException, ExecutionException {
    return writeBytes(key, value.getBytes(StandardCharsets.UTF_8));
  }

  RecordMetadata writeBytes(@Nullable String key, byte @Nullable [] value)
      throws InterruptedException, ExecutionException {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC.name(), key, value);
    record.headers().add("written-by", "test".getBytes(StandardCharsets.UTF_8));
    return producer.send(record).get();
  }

  /// An event that keeps its contract.
  static EventEnvelope event(String loadId, String eventId) {
    return new EventEnvelope(
        eventId,
        "/test",
        loadId,
        Instant.EPOCH,
        loadId,
        null,
        LoadAccepted.newBuilder()
            .setLoadId(loadId)
            .setDriverId("D-0001")
            .setAssignmentNo(1)
            .setAcceptedTime(Timestamp.newBuilder().setSeconds(1))
            .build());
  }

  /// The text of an event that keeps its contract.
  String text(String loadId, String eventId) {
    return new String(codec.encode(event(loadId, eventId)), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
