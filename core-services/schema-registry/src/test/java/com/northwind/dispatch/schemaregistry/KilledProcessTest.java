package com.northwind.dispatch.schemaregistry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.process.ChildCommand;
import com.northwind.dispatch.localstack.process.ChildProcess;
import com.northwind.dispatch.localstack.process.JavaCommand;
import com.northwind.dispatch.localstack.process.Ports;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.schemaregistry.RegistryClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The real process, killed as `kill -9` does while clients register. `-Dnorthwind.kills=100` makes
/// it a long run.
@ExtendWith(LocalStack.class)
class KilledProcessTest {
  private static final Logger log = LoggerFactory.getLogger(KilledProcessTest.class);
  private static final int KILLS = Integer.getInteger("northwind.kills", 8);
  private static final int CLIENTS = 4;
  private static final int MOST_WRITES_BEFORE_A_KILL = 40;

  private final Random random = new Random(7);
  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
  private final String bootstrapServers;
  private final String topic = RunningRegistry.freshTopic();

  KilledProcessTest(LocalBroker broker) {
    bootstrapServers = broker.bootstrapServers();
  }

  @Test
  void whatWasAcknowledgedIsThereWithItsIdAfterEveryKill(@TempDir Path directory) throws Exception {
    try (Ports ports = Ports.ofThisMachine()) {
      int port = ports.any();
      for (int kill = 0; kill < KILLS; kill++) {
        ChildProcess process = start(port, directory);
        registerUntilKilled(process, new RegistryClient(port), kill);
      }
    }
    try (RunningRegistry registry =
        RunningRegistry.start(bootstrapServers, topic, "after-the-kills")) {
      check(registry.client());
      log.atInfo()
          .addKeyValue("kills", KILLS)
          .addKeyValue("acknowledged", acknowledged.size())
          .log("processes killed, nothing is lost");
    }
  }

  private ChildProcess start(int port, Path directory) throws InterruptedException {
    Map<String, String> environment =
        RunningRegistry.environment(bootstrapServers, topic, "killed");
    environment.put("NORTHWIND_HTTP_PORT", Integer.toString(port));
    ChildProcess process =
        ChildProcess.start(
            ChildCommand.of(
                "schema-registry",
                JavaCommand.ofClass(
                    List.of("-Xmx192m", "-XX:+UseSerialGC"),
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    List.of()),
                environment,
                directory.resolve("registry.log")));
    RegistryClient client = new RegistryClient(port);
    await().atMost(Duration.ofSeconds(60)).until(() -> serves(client));
    return process;
  }

  private static boolean serves(RegistryClient client) throws InterruptedException {
    try {
      return client.get("/subjects").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void registerUntilKilled(ChildProcess process, RegistryClient client, int kill)
      throws Exception {
    CountDownLatch writesLeft = new CountDownLatch(1 + random.nextInt(MOST_WRITES_BEFORE_A_KILL));
    List<Future<?>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (int i = 0; i < CLIENTS; i++) {
        String prefix = "kill-" + kill + "-client-" + i + "-";
        clients.add(threads.submit(() -> register(client, prefix, writesLeft)));
      }
      writesLeft.await();
      process.kill();
    }
    for (Future<?> ended : clients) {
      ended.get();
    }
  }

  /// Goes on until the registry is gone.
  private void register(RegistryClient client, String prefix, CountDownLatch writesLeft) {
    try {
      for (int n = 0; ; n++) {
        String subject = prefix + n;
        Answer answer = client.register(subject, Schemas.named(subject));
        assertEquals(200, answer.status(), answer.text());
        acknowledged.put(subject, answer.id());
        writesLeft.countDown();
      }
    } catch (IOException e) {
      // The registry was killed: whether the last write took place is not known here.
      writesLeft.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(RegistryClient client) throws Exception {
    Map<String, Integer> stored = new HashMap<>();
    Map<Integer, String> contents = new HashMap<>();
    for (JsonNode schema : client.get("/schemas").body()) {
      stored.put(schema.get("subject").asText(), schema.get("id").asInt());
      String content = schema.get("schema").asText();
      String other = contents.putIfAbsent(schema.get("id").asInt(), content);
      assertTrue(other == null || other.equals(content), "id given twice: " + schema);
    }
    acknowledged.forEach(
        (subject, id) -> assertEquals(id, stored.get(subject), subject + " was acknowledged"));
    assertTrue(acknowledged.size() >= KILLS, "registrations: " + acknowledged.size());
    int highest = contents.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertEquals(contents.size(), highest, "ids have gaps");
  }
}
