package com.northwind.dispatch.processkit.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicViewTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void hasSeenEverythingThereWasWhenItHasCaughtUpAndGoesOnAfterAnOutage(@TempDir Path dir)
      throws Exception {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (LocalBroker broker = LocalBroker.start(dir)) {
      KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), "node-1");
      try (TestEvents events = new TestEvents(kafka)) {
        for (int i = 0; i < 50; i++) {
          events.writeText("key-" + i, "value");
        }

        try (TopicView view =
            TopicView.start(TestEvents.TOPIC, kafka, record -> seen.add(record.key()))) {
          await().atMost(LIMIT).until(view::caughtUp);
          assertTrue(seen.size() == 50, () -> "caught up with only " + seen);

          broker.kill();
          broker.restart();
          events.writeText("after", "value");

          await().atMost(LIMIT).until(() -> seen.contains("after"));
        }
      }
    }
  }
}
