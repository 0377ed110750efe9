package com.northwind.dispatch.processkit.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.processkit.deadletter.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/// A record from which no handler comes back.
class StuckRecordTest {
  private static final int MAX_POLL_INTERVAL_MS = 3_000;

  @Test
  void isParkedAfterThreeDeliveriesThatEndedTheirProcess() throws Exception {
    try (ConsumerRig rig = new ConsumerRig(true, true)) {
      rig.write("-before", "before");
      rig.awaitApplied("before");
      rig.handler.stuck.put(rig.load + "stuck", new CountDownLatch(1));
      rig.write("", "stuck");
      rig.write("", "behind");
      // Each successor takes over from a process that hangs as if it had been killed: it has the
      // same name, so the group gives it the partitions at once.
      List<EventConsumer> successors = new ArrayList<>();
      try {
        for (int deliveries = 1; deliveries <= Deliveries.MOST; deliveries++) {
          int soFar = deliveries;
          await()
              .atMost(ConsumerRig.LIMIT)
              .until(() -> rig.handler.attempts(rig.load + "stuck") == soFar);
          successors.add(
              rig.newConsumer(rig.kafka.newGroupConsumer(rig.group), new RecordReader()));
        }
        rig.write("-other", "other");

        rig.awaitApplied("other");
        rig.awaitParked(2);
        assertEquals(3, rig.handler.attempts(rig.load + "stuck"));
        Letter stuck = rig.parked().getFirst();
        assertEquals(DeadLetterReason.DEAD_LETTER_REASON_BUG, stuck.reason());
        assertEquals(3, stuck.attempts());
        assertEquals(3, stuck.unreturned());
        assertTrue(rig.body(stuck).getProblem().contains("on each of 3 deliveries"));
        assertEquals(DeadLetterReason.DEAD_LETTER_REASON_BEHIND, rig.parked().getLast().reason());
      } finally {
        rig.handler.stuck.values().forEach(CountDownLatch::countDown);
        successors.forEach(EventConsumer::close);
      }
    }
  }

  @Test
  void isParkedAfterThreeDeliveriesThatOutlastedTheGroupsPatience() throws Exception {
    try (ConsumerRig rig = new ConsumerRig(true, true)) {
      rig.write("-before", "before");
      rig.awaitApplied("before");
      rig.stop();
      SlowHandler slow = new SlowHandler(rig.load + "slow");
      DeadLetterLog letters =
          DeadLetterLog.start("test", rig.kafka, rig.meters, java.time.Clock.systemUTC());
      rig.write("", "slow");
      try (EventConsumer consumer =
          EventConsumer.start(
              rig.group,
              List.of(TestEvents.TOPIC),
              impatient(rig),
              slow,
              letters,
              new RecordReader(),
              rig.meters,
              java.time.Clock.systemUTC())) {
        await()
            .atMost(ConsumerRig.LIMIT)
            .until(
                () ->
                    letters.index(rig.group).all().stream()
                        .anyMatch(letter -> letter.recordKey().equals(rig.load)));
        assertTrue(consumer.joined());
        assertEquals(3, slow.deliveries());
      } finally {
        letters.close();
      }
      rig.startAgain();
    }
  }

  /// A member whose group waits only seconds for its next poll.
  private static KafkaConsumer<String, byte[]> impatient(ConsumerRig rig) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, rig.kafka.bootstrapServers());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, rig.group);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, rig.group + "-impatient");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 500);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// Takes longer over one event than the group waits.
  private static final class SlowHandler implements EventConsumer.Handler {
    private final String slow;
    private final java.util.concurrent.atomic.AtomicInteger deliveries =
        new java.util.concurrent.atomic.AtomicInteger();

    SlowHandler(String slow) {
      this.slow = slow;
    }

    @Override
    public void apply(List<ConsumedEvent> events) {
      if (events.stream().anyMatch(event -> event.event().id().equals(slow))) {
        deliveries.incrementAndGet();
        long begin = System.nanoTime();
        await()
            .atMost(ConsumerRig.LIMIT)
            .until(
                () ->
                    System.nanoTime() - begin
                        > Duration.ofMillis(MAX_POLL_INTERVAL_MS + 1_000L).toNanos());
      }
    }

    int deliveries() {
      return deliveries.get();
    }
  }
}
