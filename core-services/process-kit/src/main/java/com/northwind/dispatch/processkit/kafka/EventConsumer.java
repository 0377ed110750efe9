package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.processkit.deadletter.FailureClass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads topics as a member of a consumer group and applies their events, at least once and in
/// order per key.
///
/// One platform thread polls, applies, parks and re-drives. Offsets are committed after the records
/// before them have had their effect or are durable dead letters. Where something is away, the same
/// records are tried again after a pause that grows to five seconds, for as long as it takes;
/// meanwhile the membership is kept. What becomes of a record that breaks its contract, or on which
/// the handler fails for good, is drawn in [com.northwind.dispatch.processkit.deadletter].
public final class EventConsumer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /// How long records may be applied before the group hears of this member again.
  private static final Duration BETWEEN_POLLS = Duration.ofSeconds(60);

  /// How long letters are re-driven before it is the turn of new records.
  private static final Duration REDRIVE = Duration.ofMillis(500);

  /// Applies events. Called on the consumer's thread, never at the same time twice.
  public interface Handler {
    /// Applies events in their order: all of them, or none when it throws. May be given the same
    /// events again after it threw or the process was killed.
    void apply(List<ConsumedEvent> events) throws Exception;

    /// Whether it wants the events of a poll together; if not, it is given one at a time.
    default boolean together() {
      return true;
    }

    /// Whether an event waits while an earlier one of its key is a dead letter. Not where the later
    /// event makes the earlier one obsolete.
    default boolean keysWait() {
      return true;
    }

    /// What kind of failure it is that [#apply] threw.
    default FailureClass classOf(Throwable failure) {
      return FailureClass.of(failure);
    }

    /// Does what must be done once before the first event.
    default void beforeFirst(DeadLetterLog letters) throws Exception {}
  }

  private final String group;
  private final List<String> topics;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Handler handler;
  private final DeadLetterLog letters;
  private final RecordApplier applier;
  private final Redriver redriver;
  private final Deliveries deliveries = new Deliveries();
  private final Progress progress;
  private final LetterBarrier barrier;
  private final Counter failures;
  private final AtomicLong lagMs = new AtomicLong();
  private final Clock clock;
  private final Thread thread;
  private boolean begun;
  private boolean moreToRedrive;
  private volatile boolean closing;
  private volatile boolean joined;

  private EventConsumer(
      String group,
      List<Topic> topics,
      KafkaConsumer<String, byte[]> consumer,
      Handler handler,
      DeadLetterLog letters,
      RecordReader reader,
      MeterRegistry meters,
      Clock clock) {
    this.group = group;
    this.topics = topics.stream().map(Topic::name).toList();
    this.consumer = consumer;
    this.progress = new Progress(consumer);
    this.barrier = new LetterBarrier(consumer, letters);
    this.handler = handler;
    this.letters = letters;
    this.clock = clock;
    if (!handler.keysWait()) {
      letters.index(group).keysAreIndependent();
    }
    this.applier = new RecordApplier(group, handler, letters, reader, clock);
    this.redriver =
        new Redriver(
            letters,
            letters.index(group),
            new RedriveAttempt(handler, letters, reader, meters, clock),
            clock);
    this.failures = meters.counter("northwind.consumer.failures", "group", group);
    Gauge.builder("northwind.consumer.behind.seconds", lagMs, ms -> ms.get() / 1000.0)
        .tag("group", group)
        .register(meters);
    this.thread = Thread.ofPlatform().name("consume-" + group).unstarted(this::run);
  }

  /// Joins the group and starts applying.
  ///
  /// @param letters the process's dead letters; stays open for as long as the consumer
  public static EventConsumer start(
      String group,
      List<Topic> topics,
      KafkaSettings kafka,
      Handler handler,
      DeadLetterLog letters,
      MeterRegistry meters,
      Clock clock) {
    KafkaConsumer<String, byte[]> member = kafka.newGroupConsumer(group);
    return start(group, topics, member, handler, letters, new RecordReader(), meters, clock);
  }

  /// The same for topics whose events are worth more in number than at once: they are handed over
  /// in larger batches, up to [KafkaSettings#GATHERING] late.
  public static EventConsumer startGathering(
      String group,
      List<Topic> topics,
      KafkaSettings kafka,
      Handler handler,
      DeadLetterLog letters,
      MeterRegistry meters,
      Clock clock) {
    KafkaConsumer<String, byte[]> member = kafka.newGatheringConsumer(group);
    return start(group, topics, member, handler, letters, new RecordReader(), meters, clock);
  }

  /// The same for what is read in a way of its own.
  ///
  /// @param reader what it takes for an event
  public static EventConsumer start(
      String group,
      List<Topic> topics,
      KafkaSettings kafka,
      Handler handler,
      DeadLetterLog letters,
      RecordReader reader,
      MeterRegistry meters,
      Clock clock) {
    KafkaConsumer<String, byte[]> member = kafka.newGroupConsumer(group);
    return start(group, topics, member, handler, letters, reader, meters, clock);
  }

  static EventConsumer start(
      String group,
      List<Topic> topics,
      KafkaConsumer<String, byte[]> consumer,
      Handler handler,
      DeadLetterLog letters,
      RecordReader reader,
      MeterRegistry meters,
      Clock clock) {
    EventConsumer events =
        new EventConsumer(group, topics, consumer, handler, letters, reader, meters, clock);
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
      try {
        round();
        pause = FIRST_PAUSE;
      } catch (WakeupException e) {
        log.debug("woken up");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closing = true;
      } catch (Exception e) {
        failures.increment();
        log.atWarn().addKeyValue("group", group).setCause(e).log("events not applied, will retry");
        progress.rewind();
        sleep(pause);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
      }
    }
    progress.close();
    consumer.close();
  }

  private void round() throws Exception {
    progress.beforePoll();
    ConsumerRecords<String, byte[]> records = consumer.poll(moreToRedrive ? Duration.ZERO : POLL);
    progress.begin(records);
    joined |= !consumer.assignment().isEmpty();
    if (consumer.assignment().isEmpty()) {
      return;
    }
    if (!begun) {
      handler.beforeFirst(letters);
      begun = true;
    }
    barrier.pass();
    apply(records);
    moreToRedrive = redriver.run(consumer.assignment(), REDRIVE);
  }

  private void apply(ConsumerRecords<String, byte[]> records) throws Exception {
    if (records.isEmpty()) {
      lagMs.set(0);
      return;
    }
    long polledAt = System.nanoTime();
    lagMs.set(Math.max(0, clock.millis() - oldest(records)));
    for (Deliveries.Slice slice : deliveries.slices(records, consumer::committed)) {
      if (System.nanoTime() - polledAt > BETWEEN_POLLS.toNanos()) {
        progress.rewind();
        return;
      }
      apply(slice);
    }
  }

  private void apply(Deliveries.Slice slice) throws Exception {
    progress.mark(slice.marks());
    try {
      if (slice.givenUp()) {
        applier.giveUp(slice.records().getFirst(), Deliveries.MOST);
      } else {
        applier.apply(slice.records());
      }
    } catch (Exception e) {
      deliveries.cameBack(slice);
      progress.unmark(slice.marks());
      throw e;
    }
    deliveries.cameBack(slice);
    progress.commit(slice.records());
  }

  private static long oldest(ConsumerRecords<String, byte[]> records) {
    long oldest = Long.MAX_VALUE;
    for (ConsumerRecord<String, byte[]> record : records) {
      oldest = Math.min(oldest, record.timestamp());
    }
    return oldest;
  }

  private void sleep(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  /// Every batch is done when the next poll begins, so partitions come and go between batches.
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      deliveries.changed(partitions);
      barrier.raise();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      progress.close(partitions);
      onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      deliveries.changed(partitions);
      progress.forget(partitions);
    }
  }
}
