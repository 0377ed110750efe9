package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Writes events about loads to a real broker.
final class TestEvents implements AutoCloseable {
  static final Topic TOPIC = Topics.PLANNING_LOADS;

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final KafkaProducer<String, byte[]> producer;

  TestEvents(KafkaSettings kafka) {
    producer = kafka.newProducer("test-events");
  }

  void write(String loadId, String eventId) throws InterruptedException, ExecutionException {
    EventEnvelope event =
        new EventEnvelope(
            eventId,
            "/test",
            loadId,
            Instant.EPOCH,
            loadId,
            null,
            LoadCancelled.newBuilder().setLoadId(loadId).build());
    writeBytes(loadId, codec.encode(event));
  }

  void writeText(String key, String value) throws InterruptedException, ExecutionException {
    writeBytes(key, value.getBytes(StandardCharsets.UTF_8));
  }

  private void writeBytes(String key, byte[] value)
      throws InterruptedException, ExecutionException {
    producer.send(new ProducerRecord<>(TOPIC.name(), key, value)).get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
