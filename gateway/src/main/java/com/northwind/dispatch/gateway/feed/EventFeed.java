package com.northwind.dispatch.gateway.feed;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.processkit.deadletter.Failure;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.RecordReader;
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
///
/// A record that breaks its contract, or that the listener cannot take, leaves the key as it was
/// and becomes a dead letter, until a newer record of the key takes its place.
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
  private final RecordReader reader = new RecordReader();
  private final Listener listener;
  private final FeedShelf letters;
  private final Counter unreadable;
  private final TopicView view;

  private EventFeed(
      Topic topic,
      KafkaSettings kafka,
      FeedLetters letters,
      Listener listener,
      MeterRegistry meters) {
    this.topic = topic;
    this.letters = letters.shelf("gateway-" + topic.name().replace('.', '-'));
    this.listener = listener;
    this.unreadable = meters.counter("northwind.gateway.feed.unreadable", "topic", topic.name());
    this.view = TopicView.start(topic, kafka, this::onRecord, this.letters::caughtUp);
    Gauge.builder("northwind.gateway.feed.caught.up", view, v -> v.caughtUp() ? 1 : 0)
        .tag("topic", topic.name())
        .register(meters);
  }

  /// Starts reading.
  ///
  /// @param letters where records go that cannot be taken
  public static EventFeed start(
      Topic topic,
      KafkaSettings kafka,
      FeedLetters letters,
      Listener listener,
      MeterRegistry meters) {
    return new EventFeed(topic, kafka, letters, listener, meters);
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
      note(record, Failure.contract("the record has no key; " + topic.name() + " is keyed"));
      return;
    }
    switch (reader.read(topic.name(), record.value())) {
      case RecordReader.Reading.Event(var event) -> tell(record, event.data());
      case RecordReader.Reading.Deleted() -> tell(record, null);
      case RecordReader.Reading.NotForUs(String _) -> {}
      case RecordReader.Reading.Broken(String problem) -> note(record, Failure.contract(problem));
    }
  }

  /// One record that a listener cannot take must not end the feed of all others.
  private void tell(ConsumerRecord<String, byte[]> record, @Nullable Message data) {
    try {
      listener.onEvent(record.key(), data);
      letters.good(record);
    } catch (RuntimeException e) {
      note(record, Failure.bug(e, 1));
    }
  }

  private void note(ConsumerRecord<String, byte[]> record, Failure failure) {
    unreadable.increment();
    letters.bad(record, failure);
    log.atError()
        .addKeyValue("topic", topic.name())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("problem", failure.problem())
        .log("record not taken, its key stays as it was");
  }
}
