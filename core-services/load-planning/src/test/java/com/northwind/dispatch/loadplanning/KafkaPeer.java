package com.northwind.dispatch.loadplanning;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.TopicView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The other services and the gateway, as load planning sees them: they write events, and read its.
final class KafkaPeer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final KafkaProducer<String, byte[]> producer;
  private final List<EventEnvelope> seen = new CopyOnWriteArrayList<>();
  private final List<TopicView> views;

  KafkaPeer(LocalBroker broker) {
    KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), "peer");
    producer = kafka.newProducer("peer");
    views =
        List.of(
            TopicView.start(Topics.PLANNING_LOADS, kafka, this::read),
            TopicView.start(Topics.TABLET_INSTRUCTIONS, kafka, this::read));
  }

  void send(Topic topic, String key, String id, Message data) {
    EventEnvelope event =
        new EventEnvelope(id, "/test", key, Instant.parse("2026-11-22T12:00:00Z"), key, null, data);
    try {
      producer.send(new ProducerRecord<>(topic.name(), key, codec.encode(event))).get();
    } catch (ExecutionException e) {
      throw new AssertionError("Kafka refused " + id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Events of a key seen so far, in order.
  <T extends Message> List<T> seen(Class<T> type, String key) {
    List<T> events = new ArrayList<>();
    for (EventEnvelope event : seen) {
      if (event.partitionKey().equals(key) && type.isInstance(event.data())) {
        events.add(type.cast(event.data()));
      }
    }
    return events;
  }

  /// Waits for an event of a key.
  <T extends Message> T awaitEvent(Class<T> type, String key, Predicate<T> wanted) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> seen(type, key).stream().filter(wanted).findFirst(), found -> found.isPresent())
        .orElseThrow();
  }

  @Override
  public void close() {
    views.forEach(TopicView::close);
    producer.close();
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (codec.decode(record.value()) instanceof DecodeResult.Read(var event)) {
      seen.add(event);
    }
  }
}
