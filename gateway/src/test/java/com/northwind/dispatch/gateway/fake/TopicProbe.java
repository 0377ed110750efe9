package com.northwind.dispatch.gateway.fake;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.TopicView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/// Reads everything a topic holds and will hold. Fails on a record that breaks the contract.
public final class TopicProbe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final List<EventEnvelope> events = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final TopicView view;

  private TopicProbe(Topic topic, String bootstrapServers) {
    this.view =
        TopicView.start(topic, new KafkaSettings(bootstrapServers, "probe"), this::onRecord);
  }

  /// Starts reading.
  public static TopicProbe of(Topic topic, String bootstrapServers) {
    return new TopicProbe(topic, bootstrapServers);
  }

  /// The events that fit, so far.
  public List<EventEnvelope> matching(Predicate<EventEnvelope> fits) {
    if (!problems.isEmpty()) {
      throw new AssertionError(problems);
    }
    return events.stream().filter(fits).toList();
  }

  /// The facts of a type that fit, once there are at least `count`.
  public <T extends Message> List<T> await(Class<T> type, Predicate<T> fits, int count) {
    Predicate<EventEnvelope> wanted =
        event -> type.isInstance(event.data()) && fits.test(type.cast(event.data()));
    Awaitility.await().atMost(PATIENCE).until(() -> matching(wanted).size() >= count);
    return matching(wanted).stream().map(event -> type.cast(event.data())).toList();
  }

  @Override
  public void close() {
    view.close();
  }

  private void onRecord(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    switch (codec.decode(record.value())) {
      case DecodeResult.Read(var event) -> {
        if (!event.partitionKey().equals(record.key())) {
          problems.add("key " + record.key() + " is not " + event.partitionKey());
        }
        events.add(event);
      }
      case DecodeResult.UnknownType(_, String type) -> problems.add("unknown type " + type);
      case DecodeResult.NewerVersion(_, String type, _) -> problems.add("newer type " + type);
      case DecodeResult.Unreadable(String problem) -> problems.add(problem);
    }
  }
}
