package com.northwind.dispatch.processkit.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// Dead letters when partitions change hands and when records come again.
class DeadLetterHandoverTest {
  private static final DeadLetterReason BUG = DeadLetterReason.DEAD_LETTER_REASON_BUG;
  private static final DeadLetterReason BEHIND = DeadLetterReason.DEAD_LETTER_REASON_BEHIND;

  @Test
  void whoeverTakesAPartitionOverKnowsWhatTheOtherParked() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.poison.add(rig.load + "1");
      rig.write("", "1");
      rig.awaitParked(1);
      KafkaSettings kafka = new KafkaSettings(rig.kafka.bootstrapServers(), "other-node");
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      try (DeadLetterLog letters = DeadLetterLog.start("test", kafka, meters, Clock.systemUTC());
          EventConsumer other =
              EventConsumer.start(
                  rig.group,
                  List.of(TestEvents.TOPIC),
                  kafka,
                  rig.handler,
                  letters,
                  meters,
                  Clock.systemUTC())) {
        await().atMost(ConsumerRig.LIMIT).until(other::joined);
        for (int i = 2; i <= 5; i++) {
          rig.write("", Integer.toString(i));
        }
        rig.awaitParked(5);

        rig.stop();
        rig.write("", "6");
        rig.write("-other", "other");

        rig.awaitApplied("other");
        await()
            .atMost(ConsumerRig.LIMIT)
            .until(
                () ->
                    letters.index(rig.group).all().stream()
                            .filter(letter -> letter.recordKey().equals(rig.load))
                            .count()
                        == 6);
        assertEquals(List.of("other"), rig.applied());
      }
      rig.startAgain();
    }
  }

  @Test
  void recordsThatComeAgainAreParkedUnderTheSameNameAndKeepTheirReason() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.poison.add(rig.load + "2");
      for (String id : List.of("1", "2", "3")) {
        rig.write("", id);
      }
      rig.awaitParked(2);
      rig.stop();

      // As after a crash between parking and the commit: everything is given again.
      commitTheBeginning(rig);
      rig.startAgain();
      rig.write("-other", "other");

      rig.awaitApplied("other");
      await().atMost(ConsumerRig.LIMIT).until(() -> rig.parked().getFirst().attempts() == 4);
      assertEquals(List.of(BUG, BEHIND), rig.parked().stream().map(l -> l.reason()).toList());
      assertTrue(rig.applied().stream().allMatch(id -> List.of("1", "other").contains(id)));
    }
  }

  private static void commitTheBeginning(ConsumerRig rig) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, rig.kafka.bootstrapServers()))) {
      Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
      for (int partition = 0; partition < TestEvents.TOPIC.partitions(); partition++) {
        beginning.put(
            new TopicPartition(TestEvents.TOPIC.name(), partition), new OffsetAndMetadata(0));
      }
      await()
          .atMost(ConsumerRig.LIMIT)
          .ignoreExceptions()
          .until(
              () -> {
                admin.alterConsumerGroupOffsets(rig.group, beginning).all().get();
                return true;
              });
    }
  }
}
