package com.northwind.dispatch.gateway.feed;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.TopicView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps this gateway's memory of a compacted topic up to date, from its beginning and for as long
/// as the gateway lives. One thread reads and calls the listener.
public final class EventFeed implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventFeed.class);

  /// Keeps what the topic says. Must not wait.
  @FunctionalInterface
  public interface Listener {
    /// Takes the newest fact of a key.
    ///
    /// @param data the event's fact, or null when the key was removed
    void onEvent(String key, @Nullable Message data);
  }

  private final Topic topic;
  private final EventCodec codec;
  private final Listener listener;
  private final Counter unreadable;
  private final TopicView view;

  private EventFeed(
      Topic topic, KafkaSettings kafka, EventCodec codec, Listener listener, MeterRegistry meters) {
    this.topic = topic;
    this.codec = codec;
    this.listener = listener;
    this.unreadable = meters.counter("northwind.gateway.feed.unreadable", "topic", topic.name());
    this.view = TopicView.start(topic, kafka, this::onRecord);
    Gauge.builder("northwind.gateway.feed.caught.up", view, v -> v.caughtUp() ? 1 : 0)
        .tag("topic", topic.name())
        .register(meters);
  }

  /// Starts reading.
  public static EventFeed start(
      Topic topic, KafkaSettings kafka, EventCodec codec, Listener listener, MeterRegistry meters) {
    return new EventFeed(topic, kafka, codec, listener, meters);
  }

  /// Whether everything that was in the topic at the start has been given to the listener.
  public boolean caughtUp() {
    return view.caughtUp();
  }

  /// Waits for that, for as long as it takes.
  public void awaitCaughtUp() throws InterruptedException {
    view.awaitCaughtUp();
  }

  @Override
  public void close() {
    view.close();
  }

  private void onRecord(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      note(record, "it has no key");
      return;
    }
    if (record.value() == null) {
      tell(record, null);
      return;
    }
    switch (codec.decode(record.value())) {
      case DecodeResult.Read(var event) -> tell(record, event.data());
      case DecodeResult.UnknownType(String id, String type) ->
          log.atDebug().addKeyValue("eventId", id).addKeyValue("type", type).log("type not known");
      case DecodeResult.Unreadable(String problem) -> note(record, problem);
    }
  }

  /// One record that a listener cannot take must not end the feed of all others.
  private void tell(ConsumerRecord<String, byte[]> record, @Nullable Message data) {
    try {
      listener.onEvent(record.key(), data);
    } catch (RuntimeException e) {
      note(record, String.valueOf(e));
    }
  }

  private void note(ConsumerRecord<String, byte[]> record, String problem) {
    unreadable.increment();
    log.atError()
        .addKeyValue("topic", topic.name())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("problem", problem)
        .log("record passed over");
  }
}
