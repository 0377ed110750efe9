package com.northwind.dispatch.gateway.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Sends events to Kafka from one thread of its own, because sending can wait: for metadata, or for
/// room in the client's buffer. Everybody else only puts into its queue.
///
/// Events leave in the order in which they were submitted. While Kafka is away the thread waits and
/// tries again, for as long as it takes; nothing is dropped. The queue has no bound of its own:
/// whoever submits counts its bytes in [BytesInFlight] and stops reading at the limit.
///
/// When the Kafka client breaks for good, everything it had taken fails, and a new client goes on
/// with what has not been sent. Thread-safe.
public final class EventPublisher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  /// Makes a Kafka client; called again when one broke.
  @FunctionalInterface
  public interface ProducerSource {
    /// A producer with `acks=all` and no deadline for delivery.
    Producer<String, byte[]> open();
  }

  private final LinkedBlockingQueue<EventBatch> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger unsettled = new AtomicInteger();
  private final ProducerSource source;
  private final Thread thread;
  private final Counter retries;
  private final Counter failures;
  private final Counter restarts;
  private Producer<String, byte[]> producer;
  private int generation;
  private volatile int brokenGeneration = -1;
  private volatile boolean closing;

  private EventPublisher(ProducerSource source, MeterRegistry meters) {
    this.source = source;
    this.producer = source.open();
    this.retries = meters.counter("northwind.gateway.publish.retries");
    this.failures = meters.counter("northwind.gateway.publish.failures");
    this.restarts = meters.counter("northwind.gateway.publish.producer.restarts");
    Gauge.builder("northwind.gateway.publish.queue.batches", queue, LinkedBlockingQueue::size)
        .register(meters);
    Gauge.builder("northwind.gateway.publish.unsettled.batches", unsettled, AtomicInteger::get)
        .register(meters);
    this.thread = Thread.ofPlatform().name("publish").unstarted(this::run);
  }

  /// Starts the thread.
  public static EventPublisher start(ProducerSource source, MeterRegistry meters) {
    EventPublisher publisher = new EventPublisher(source, meters);
    publisher.thread.start();
    return publisher;
  }

  /// Takes events that are confirmed together. Returns at once.
  public void submit(
      PublishLane lane, Collection<OutgoingEvent> events, Confirmation confirmation) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a batch needs at least one event");
    }
    unsettled.incrementAndGet();
    queue.add(new EventBatch(lane, events, new Settling(confirmation)));
  }

  /// Counts a batch as settled after its owner has heard so, and has perhaps submitted the next.
  private final class Settling implements Confirmation {
    private final Confirmation owner;

    Settling(Confirmation owner) {
      this.owner = owner;
    }

    @Override
    public void durable() {
      try {
        owner.durable();
      } finally {
        unsettled.decrementAndGet();
      }
    }

    @Override
    public void failed(String because) {
      try {
        owner.failed(because);
      } finally {
        unsettled.decrementAndGet();
      }
    }
  }

  /// Whether what is submitted now will be sent.
  public boolean isOpen() {
    return !closing;
  }

  /// Sends what is queued and waits for its confirmation, for a few seconds at most; what is then
  /// left fails.
  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing || unsettled.get() > 0) {
        EventBatch batch = queue.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        replaceIfBroken();
        if (batch != null) {
          send(batch);
        }
      }
      producer.close(CLOSE_LIMIT);
    } catch (InterruptedException | InterruptException e) {
      log.warn("publisher stopped before everything was sent");
      boolean _ = Thread.interrupted();
      producer.close(Duration.ZERO);
    }
    for (EventBatch batch = queue.poll(); batch != null; batch = queue.poll()) {
      batch.fail("the gateway stops");
    }
  }

  private void send(EventBatch batch) throws InterruptedException {
    for (OutgoingEvent event = batch.unsent().peek();
        event != null;
        event = batch.unsent().peek()) {
      if (batch.isGivenUp()) {
        batch.fail("an earlier event of the same connection failed");
        return;
      }
      int by = generation;
      switch (Sending.of(producer, event, batch, settled -> settled(by, settled))) {
        case Sending.Result.Taken() -> batch.unsent().remove();
        case Sending.Result.NotNow(String because) -> pause(event, because);
        case Sending.Result.Never(String because) -> {
          failures.increment();
          batch.fail(because);
          return;
        }
        case Sending.Result.ProducerBroken(String because) -> {
          log.atError().addKeyValue("because", because).log("kafka client broke");
          brokenGeneration = by;
        }
      }
      replaceIfBroken();
    }
  }

  /// Called on the Kafka client's thread.
  private void settled(int by, Sending.Settled settled) {
    switch (settled) {
      case Sending.Settled.Durable() -> {}
      case Sending.Settled.Refused(String because) -> {
        failures.increment();
        log.atError().addKeyValue("because", because).log("kafka refused an event");
      }
      case Sending.Settled.ProducerBroken(String because) -> {
        failures.increment();
        log.atLevel(closing ? Level.DEBUG : Level.ERROR)
            .addKeyValue("because", because)
            .log("kafka client broke");
        brokenGeneration = by;
      }
    }
  }

  private void pause(OutgoingEvent event, String because) throws InterruptedException {
    retries.increment();
    log.atWarn()
        .addKeyValue("topic", event.topic())
        .addKeyValue("because", because)
        .log("kafka takes nothing now, will try again");
    TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
  }

  private void replaceIfBroken() throws InterruptedException {
    if (brokenGeneration == generation) {
      restarts.increment();
      generation++;
      producer.close(Duration.ZERO);
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      producer = source.open();
      log.warn("kafka client replaced");
    }
  }
}
