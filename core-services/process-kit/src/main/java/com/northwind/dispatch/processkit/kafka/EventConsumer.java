package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.topic.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads topics as a member of a consumer group and applies their events, at least once and in
/// order per key.
///
/// One platform thread polls and calls the handler. Offsets are committed after the handler
/// returned. When it throws, the same events are given to it again after a pause that grows to five
/// seconds, for as long as it takes; meanwhile the membership is kept. A record that breaks the
/// contract is logged with its place, counted, and passed over.
public final class EventConsumer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /// Applies events. Called on the consumer's thread, never at the same time twice.
  public interface Handler {
    /// Applies events in their order; may be given the same events again after it threw or the
    /// process was killed.
    void apply(List<ConsumedEvent> events) throws Exception;

    /// Partitions have come to this member; what others did with them before may matter.
    default void assigned() {}
  }

  private final String group;
  private final List<String> topics;
  private final KafkaConsumer<String, byte[]> consumer;
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final Handler handler;
  private final Counter unreadable;
  private final Counter failures;
  private final AtomicLong lagMs = new AtomicLong();
  private final Clock clock;
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean joined;

  private EventConsumer(
      String group,
      List<Topic> topics,
      KafkaConsumer<String, byte[]> consumer,
      Handler handler,
      MeterRegistry meters,
      Clock clock) {
    this.group = group;
    this.topics = topics.stream().map(Topic::name).toList();
    this.consumer = consumer;
    this.handler = handler;
    this.clock = clock;
    this.unreadable = meters.counter("northwind.consumer.unreadable", "group", group);
    this.failures = meters.counter("northwind.consumer.failures", "group", group);
    Gauge.builder("northwind.consumer.behind.seconds", lagMs, ms -> ms.get() / 1000.0)
        .tag("group", group)
        .register(meters);
    this.thread = Thread.ofPlatform().name("consume-" + group).unstarted(this::run);
  }

  /// Joins the group and starts applying.
  public static EventConsumer start(
      String group,
      List<Topic> topics,
      KafkaSettings kafka,
      Handler handler,
      MeterRegistry meters,
      Clock clock) {
    return start(group, topics, kafka.newGroupConsumer(group), handler, meters, clock);
  }

  /// The same for topics whose events are worth more in number than at once: they are handed over
  /// in larger batches, up to [KafkaSettings#GATHERING] late.
  public static EventConsumer startGathering(
      String group,
      List<Topic> topics,
      KafkaSettings kafka,
      Handler handler,
      MeterRegistry meters,
      Clock clock) {
    return start(group, topics, kafka.newGatheringConsumer(group), handler, meters, clock);
  }

  private static EventConsumer start(
      String group,
      List<Topic> topics,
      KafkaConsumer<String, byte[]> consumer,
      Handler handler,
      MeterRegistry meters,
      Clock clock) {
    EventConsumer events = new EventConsumer(group, topics, consumer, handler, meters, clock);
    events.thread.start();
    return events;
  }

  /// Whether the group has given this member its partitions.
  public boolean joined() {
    return joined;
  }

  /// Lets the handler finish what it has, commits, and stops.
  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    consumer.subscribe(topics, new Assignment());
    while (!closing) {
      ConsumerRecords<String, byte[]> records = ConsumerRecords.empty();
      try {
        records = consumer.poll(POLL);
        joined |= !consumer.assignment().isEmpty();
        apply(records);
        pause = FIRST_PAUSE;
      } catch (WakeupException e) {
        log.debug("woken up");
      } catch (Exception e) {
        failures.increment();
        log.atWarn().addKeyValue("group", group).setCause(e).log("events not applied, will retry");
        rewind(records);
        sleep(pause);
        pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
      }
    }
    consumer.close();
  }

  private void apply(ConsumerRecords<String, byte[]> records) throws Exception {
    if (records.isEmpty()) {
      lagMs.set(0);
      return;
    }
    List<ConsumedEvent> events = new ArrayList<>(records.count());
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    long oldest = Long.MAX_VALUE;
    for (ConsumerRecord<String, byte[]> record : records) {
      decode(record, events);
      oldest = Math.min(oldest, record.timestamp());
      next.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    lagMs.set(Math.max(0, clock.millis() - oldest));
    handler.apply(events);
    consumer.commitAsync(next, null);
  }

  private void decode(ConsumerRecord<String, byte[]> record, List<ConsumedEvent> events) {
    switch (codec.decode(record.value())) {
      case DecodeResult.Read(var event) ->
          events.add(new ConsumedEvent(record.topic(), record.partition(), record.offset(), event));
      case DecodeResult.UnknownType(String id, String type) ->
          log.atDebug().addKeyValue("eventId", id).addKeyValue("type", type).log("type not known");
      case DecodeResult.Unreadable(String problem) -> {
        unreadable.increment();
        log.atError()
            .addKeyValue("topic", record.topic())
            .addKeyValue("partition", record.partition())
            .addKeyValue("offset", record.offset())
            .addKeyValue("problem", problem)
            .log("record breaks its contract, passed over");
      }
    }
  }

  private void rewind(ConsumerRecords<String, byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, records.records(partition).getFirst().offset());
      }
    }
  }

  private void sleep(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  /// Tells the handler of partitions that come; those that go are of no consequence, because every
  /// batch is done when the next poll begins.
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      handler.assigned();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
