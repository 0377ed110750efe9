package com.northwind.dispatch.processkit.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventConsumerTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String group = "test-" + UUID.randomUUID();
  private final String load = "L-" + UUID.randomUUID();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> applied = new CopyOnWriteArrayList<>();
  private final List<DeadLetterLog> opened = new ArrayList<>();

  @AfterEach
  void closeLetters() {
    opened.forEach(DeadLetterLog::close);
  }

  @Test
  void appliesTheEventsOfAKeyInOrder() throws Exception {
    KafkaSettings kafka = shared();
    try (TestEvents events = new TestEvents(kafka);
        EventConsumer consumer = start(kafka, this::note)) {
      for (String id : List.of("a", "b", "c")) {
        events.write(load, id);
      }

      await().atMost(LIMIT).untilAsserted(() -> assertEquals(List.of("a", "b", "c"), applied));
      assertTrue(consumer.joined());
    }
  }

  @Test
  void givesTheSameEventsAgainUntilTheHandlerTakesThem() throws Exception {
    KafkaSettings kafka = shared();
    AtomicInteger attempts = new AtomicInteger();
    EventConsumer.Handler failsTwice =
        events -> {
          boolean mine = events.stream().anyMatch(e -> e.event().subject().equals(load));
          if (mine && attempts.incrementAndGet() <= 2) {
            throw new TimeoutException("the database is away");
          }
          note(events);
        };
    try (TestEvents events = new TestEvents(kafka);
        EventConsumer consumer = start(kafka, failsTwice)) {
      await().atMost(LIMIT).until(consumer::joined);
      events.write(load, "a");
      events.write(load, "b");

      await().atMost(LIMIT).until(() -> applied.contains("b"));
      assertEquals(List.of("a", "b"), applied.stream().distinct().toList());
      assertTrue(meters.get("northwind.consumer.failures").counter().count() >= 2);
    }
  }

  @Test
  void aMemberThatComesBackAfterAKillGoesOnWithoutWaitingForItsGhost() throws Exception {
    KafkaSettings kafka = shared();
    try (TestEvents events = new TestEvents(kafka)) {
      // A member that joins and is never heard of again, as after kill -9.
      KafkaConsumer<String, byte[]> ghost = kafka.newGroupConsumer(group);
      ghost.subscribe(List.of(TestEvents.TOPIC.name()));
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                ghost.poll(Duration.ofMillis(100));
                return !ghost.assignment().isEmpty();
              });

      events.write(load, "a");
      try (EventConsumer successor = start(kafka, this::note)) {
        await().atMost(Duration.ofSeconds(8)).until(() -> applied.contains("a"));
        assertTrue(successor.joined());
      }
      ghost.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofMillis(100)));
    }
  }

  @Test
  void goesOnByItselfAfterTheBrokerWasAway(@TempDir Path dir) throws Exception {
    try (LocalBroker broker = LocalBroker.start(dir)) {
      KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), "node-1");
      try (TestEvents events = new TestEvents(kafka);
          EventConsumer consumer = start(kafka, this::note)) {
        events.write(load, "before");
        await().atMost(LIMIT).until(() -> applied.contains("before"));
        assertTrue(consumer.joined());

        broker.kill();
        broker.restart();
        events.write(load, "after");

        await().atMost(LIMIT).until(() -> applied.contains("after"));
      }
    }
  }

  private KafkaSettings shared() {
    return new KafkaSettings(LocalBroker.shared().bootstrapServers(), "node-" + load);
  }

  private EventConsumer start(KafkaSettings kafka, EventConsumer.Handler handler) {
    DeadLetterLog letters = DeadLetterLog.start("test", kafka, meters, Clock.systemUTC());
    opened.add(letters);
    return EventConsumer.start(
        group, List.of(TestEvents.TOPIC), kafka, handler, letters, meters, Clock.systemUTC());
  }

  private void note(List<ConsumedEvent> events) {
    events.stream()
        .map(ConsumedEvent::event)
        .filter(event -> event.subject().equals(load))
        .forEach(event -> applied.add(event.id()));
  }
}
