package com.northwind.dispatch.schemaregistry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.schemaregistry.RegistryClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A broker of its own, because it is killed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private LocalBroker broker;

  @BeforeAll
  void startBroker(@TempDir Path directory) {
    broker = LocalBroker.start(directory);
  }

  @AfterAll
  void closeBroker() {
    broker.close();
  }

  @Test
  void withoutKafkaItReadsFromMemoryAndRefusesToWriteInTime() throws Exception {
    try (RunningRegistry registry = start("outage")) {
      RegistryClient client = registry.client();
      int id = client.register("s", Schemas.object("a")).id();

      // When
      broker.kill();
      try {
        assertEquals(200, client.get("/schemas/ids/" + id).status());
        assertEquals(id, client.register("s", Schemas.object("a")).id());
        long begin = System.nanoTime();
        Answer refused = client.register("s", Schemas.object("a", "b"));
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        Answer check =
            client.post(
                "/compatibility/subjects/s/versions", Schemas.body(Schemas.object("a", "c")));

        // Then
        assertEquals(503, refused.status(), refused.text());
        assertEquals(50002, refused.errorCode());
        assertTrue(refused.message().contains("asking again is safe"), refused.message());
        assertTrue(taken.compareTo(Duration.ofSeconds(12)) < 0, taken.toString());
        assertEquals("{\"is_compatible\":true}", check.text());
        assertEquals(200, registry.ready().status());
      } finally {
        broker.restart();
      }

      // When Kafka is back
      await()
          .atMost(SOON)
          .until(() -> client.register("s", Schemas.object("a", "b")).status() == 200);
      assertEquals("[1,2]", client.get("/subjects/s/versions").text());
    }
  }

  @Test
  void startedWithoutKafkaItSaysThatItDoesNotKnowYet() throws Exception {
    broker.stop();
    try (RunningRegistry registry =
        RunningRegistry.startWithoutWaiting(
            broker.bootstrapServers(), "contracts.late", "late", RunningRegistry.SHIPPED)) {
      try {
        Answer ready = registry.ready();
        Answer answer = registry.client().get("/subjects");

        assertEquals(503, ready.status());
        assertTrue(ready.text().contains("schema-log"), ready.text());
        assertEquals(503, answer.status());
        assertEquals(50001, answer.errorCode());
      } finally {
        broker.restart();
      }
      await().atMost(SOON).until(() -> registry.ready().status() == 200);
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertEquals(2, registry.client().get("/subjects").body().size()));
    }
  }

  @Test
  void aLogThatWasDeletedIsNotWrittenSoThatNoIdIsGivenTwice() throws Exception {
    try (RunningRegistry registry = start("deleted");
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      RegistryClient client = registry.client();
      int id = client.register("s", Schemas.object("a")).id();

      // When
      admin.deleteTopics(List.of("contracts.deleted")).all().get();
      admin
          .createTopics(
              List.of(
                  new NewTopic("contracts.deleted", 1, (short) 1)
                      .configs(Map.of("cleanup.policy", "compact"))))
          .all()
          .get();
      Answer first = client.register("t", Schemas.object("b"));
      Answer refused = client.register("t", Schemas.object("b"));

      // Then
      assertEquals(503, first.status(), first.text());
      assertEquals(503, refused.status(), refused.text());
      assertEquals(50001, refused.errorCode(), refused.text());
      assertEquals(200, client.get("/schemas/ids/" + id).status());
      assertTrue(registry.ready().text().contains("schema-log-sound"));
    }
  }

  @Test
  void aTopicThatWouldLoseSchemasIsNotUsed() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("contracts.forgetful", 1, (short) 1)
                      .configs(Map.of("cleanup.policy", "delete")),
                  new NewTopic("contracts.split", 3, (short) 1)
                      .configs(Map.of("cleanup.policy", "compact"))))
          .all()
          .get();
    }
    for (String topic : List.of("forgetful", "split")) {
      try (RunningRegistry registry =
          RunningRegistry.startWithoutWaiting(
              broker.bootstrapServers(), "contracts." + topic, topic, RunningRegistry.SHIPPED)) {
        await().atMost(SOON).until(() -> registry.ready().text().contains("schema-log-sound"));

        assertEquals(503, registry.client().register("s", "{}").status());
      }
    }
  }

  private RunningRegistry start(String name) throws Exception {
    return RunningRegistry.start(broker.bootstrapServers(), "contracts." + name, name);
  }
}
