package com.northwind.dispatch.schemaregistry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.schemaregistry.RegistryClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoReplicasTest {
  private static final int THREADS = 8;
  private static final int CONTENTS = 120;

  private final RunningRegistry one;
  private final RunningRegistry two;

  TwoReplicasTest(LocalBroker broker) throws Exception {
    String topic = RunningRegistry.freshTopic();
    one = RunningRegistry.start(broker.bootstrapServers(), topic, "replica-1");
    two = RunningRegistry.start(broker.bootstrapServers(), topic, "replica-2");
  }

  @AfterAll
  void close() {
    one.close();
    two.close();
  }

  @Test
  void bothWriteAtOnceAndEveryContentHasOneIdWithoutGaps() throws Exception {
    int before = highestId(one);
    Map<Integer, Set<Integer>> idsOfContents = new ConcurrentHashMap<>();

    // When: each content is registered by several threads under subjects of their own
    List<Future<?>> work = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        RegistryClient client = (thread % 2 == 0 ? one : two).client();
        work.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < CONTENTS / 2; n++) {
                    int content = (n * (thread + 1)) % CONTENTS;
                    Answer answer =
                        client.register(
                            "s-" + thread + "-" + content, Schemas.named("content " + content));
                    assertEquals(200, answer.status(), answer.text());
                    idsOfContents
                        .computeIfAbsent(content, any -> ConcurrentHashMap.newKeySet())
                        .add(answer.id());
                  }
                  return null;
                }));
      }
    }
    for (Future<?> done : work) {
      done.get();
    }

    // Then
    Set<Integer> ids = new HashSet<>();
    idsOfContents.values().forEach(ids::addAll);
    assertTrue(
        idsOfContents.values().stream().allMatch(given -> given.size() == 1),
        idsOfContents.toString());
    assertEquals(idsOfContents.size(), ids.size());
    assertEquals(before + ids.size(), highestId(one));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertEquals(
                    one.client().get("/schemas").text(), two.client().get("/schemas").text()));
  }

  @Test
  void whatOneHasWrittenTheOtherDecidesOn() throws Exception {
    for (int i = 0; i < 6; i++) {
      String subject = "turns-" + i;
      RegistryClient writer = (i % 2 == 0 ? one : two).client();
      RegistryClient other = (i % 2 == 0 ? two : one).client();

      Answer written = writer.register(subject, Schemas.object("a"));
      Answer refused = other.register(subject, Schemas.object("b"));
      Answer deleted = other.delete("/subjects/" + subject);
      Answer after = writer.register(subject, Schemas.object("b"));

      assertEquals(200, written.status(), written.text());
      assertEquals(409, refused.status(), refused.text());
      assertEquals("[1]", deleted.text());
      assertEquals(200, after.status(), after.text());
    }
  }

  private static int highestId(RunningRegistry registry) throws Exception {
    int highest = 0;
    for (var schema : registry.client().get("/schemas").body()) {
      highest = Math.max(highest, schema.get("id").asInt());
    }
    return highest;
  }
}
