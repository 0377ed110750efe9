package com.northwind.dispatch.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.supervisor.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who reads our topics without our code.
class ForeignReaderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] BROKEN =
      """
      {"specversion":"1.0","id":"broken-1","source":"/stranger","type":"northwind.planning.v1.LoadTendered",
       "subject":"L-broken","time":"2026-11-22T05:30:00Z","partitionkey":"L-broken",
       "datacontenttype":"application/json",
       "dataschema":"urn:northwind:schema:northwind.planning.v1.LoadTendered:1","data":{"reference":"PO-1"}}
      """
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;

  @Test
  void theCloudEventsSdkReadsEveryTopicOfARunningDemoWhoseRegistryStandsStill() throws Exception {
    List<String> topics = Topics.all().stream().map(Topic::name).toList();
    try (RunningDemo demo = RunningDemo.start(directory, Duration.ofSeconds(25))) {
      long registry = demo.pidOf("schema-registry");
      signal("STOP", registry);
      sayNonsenseTo(demo.port(Endpoint.GATEWAY_ELD));
      publishBroken(demo.kafka());

      try (EventReader reader = EventReader.of(demo.kafka(), topics)) {
        await("every topic has events")
            .atMost(PATIENCE)
            .until(() -> reader.counts().keySet().containsAll(topics));
      }
      RunningDemo.Run letters = demo.run("deadletters", "list");
      RunningDemo.Run lag = demo.run("contract-lag");
      signal("CONT", registry);
      JsonNode report = demo.finish();

      assertTrue(letters.output().contains("/loadId"), letters::output);
      assertEquals(0, lag.exitCode(), lag::output);
      assertEquals(0, report.path("pushes").path("lost").asInt(-1), report::toString);
    }
  }

  /// A reject is what the edge makes of bytes in no protocol.
  private static void sayNonsenseTo(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      byte[] _ = socket.getInputStream().readAllBytes();
    }
  }

  /// A dead letter is what consumers make of a record that breaks its contract.
  private static void publishBroken(String kafka) throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(Topics.PLANNING_LOADS.name(), "L-broken", BROKEN);
      record
          .headers()
          .add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII));
      var _ = producer.send(record).get();
    }
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor());
  }
}
