package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a whole topic from its beginning and goes on for as long as the process lives, in no
/// consumer group: every process that has a view sees every record. One platform thread polls and
/// calls the listener.
///
/// [#caughtUp()] turns true once everything that was there at the start has been given to the
/// listener, and stays true: during an outage of Kafka the view is as old as the outage, and goes
/// on by itself afterwards.
public final class TopicView implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicView.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /// Takes the records of the topic, in order per key. A null value is a tombstone. Must not block.
  public interface Listener {
    void onRecord(ConsumerRecord<String, byte[]> record);
  }

  private final Topic topic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Listener listener;
  private final Runnable whenCaughtUp;
  private final Thread thread;
  private volatile boolean closing;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

  private TopicView(Topic topic, KafkaSettings kafka, Listener listener, Runnable whenCaughtUp) {
    this.whenCaughtUp = whenCaughtUp;
    this.topic = topic;
    this.consumer = kafka.newViewConsumer("view-" + topic.name());
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("view-" + topic.name()).unstarted(this::run);
  }

  /// Starts reading.
  public static TopicView start(Topic topic, KafkaSettings kafka, Listener listener) {
    return start(topic, kafka, listener, () -> {});
  }

  /// Starts reading.
  ///
  /// @param whenCaughtUp called once, on the view's thread
  public static TopicView start(
      Topic topic, KafkaSettings kafka, Listener listener, Runnable whenCaughtUp) {
    TopicView view = new TopicView(topic, kafka, listener, whenCaughtUp);
    view.thread.start();
    return view;
  }

  /// Whether everything that was in the topic at the start has been read.
  public boolean caughtUp() {
    return caughtUp.getCount() == 0;
  }

  /// Waits until everything that was in the topic at the start has been read, for as long as that
  /// takes.
  public void awaitCaughtUp() throws InterruptedException {
    caughtUp.await();
  }

  /// Waits until the listener has been given everything before these offsets.
  ///
  /// @return whether it has, or the patience was over first
  public boolean awaitReached(Map<TopicPartition, Long> ends, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (positions) {
      while (!hasReached(ends)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(positions, left);
      }
    }
    return true;
  }

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
    Map<TopicPartition, Long> ends = Map.of();
    while (!closing) {
      try {
        if (consumer.assignment().isEmpty()) {
          ends = begin();
        }
        noteWhetherCaughtUp(ends);
        consumer.poll(POLL).forEach(listener::onRecord);
        notePositions(ends);
        noteWhetherCaughtUp(ends);
      } catch (WakeupException e) {
        log.debug("woken up");
      } catch (KafkaException e) {
        log.atWarn().addKeyValue("topic", topic.name()).setCause(e).log("topic not readable now");
        pause();
      }
    }
    consumer.close();
  }

  private Map<TopicPartition, Long> begin() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return ends;
  }

  private void notePositions(Map<TopicPartition, Long> partitions) {
    synchronized (positions) {
      partitions.keySet().forEach(p -> positions.put(p, consumer.position(p)));
      positions.notifyAll();
    }
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private void noteWhetherCaughtUp(Map<TopicPartition, Long> ends) {
    if (!caughtUp() && reached(ends)) {
      caughtUp.countDown();
      whenCaughtUp.run();
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }
}
