package com.northwind.dispatch.localstack.contractlag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class LagReportTest {
  private static final String TOPIC = Topics.EXECUTION_STOPS.name();
  private static final String OTHER_TOPIC = Topics.ROUTING_ROUTES.name();
  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
  private static final String LOCK =
      """
      {"northwind.execution.v1.StopArrived": {"1": "sha256:a", "2": "sha256:b"},
       "northwind.execution.v1.StopDeparted": {"1": "sha256:c"}}
      """;

  private final LocalBroker broker;

  LagReportTest(LocalBroker broker) {
    this.broker = broker;
  }

  @Test
  void saysWhatIsUsedByWhomAndWhatOfItIsNotRegistered() throws Exception {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.send(event("StopArrived", ":1", "/execution/execution-1", 60)).get();
      producer.send(event("StopArrived", ":2", "/execution/execution-2", 30)).get();
      producer.send(event("StopArrived", ":3", "/execution/execution-9", 5)).get();
      producer.send(event("StopArrived", "", "/stranger", 5)).get();
      producer.send(new ProducerRecord<>(TOPIC, "K", "not json")).get();
    }
    UsageCount count = new UsageCount();
    count.read(broker.bootstrapServers(), TOPIC, new ReadFrom.Beginning(), 1_000);

    LagReport report =
        new LagReport(count.uses(), Optional.of(ApprovedSchemas.parse(LOCK.getBytes(UTF_8))), NOW);

    assertFalse(report.clean());
    assertEquals(5, count.records());
    assertEquals(1, count.unreadable());
    assertFalse(count.cutShort());
    String text = String.join("\n", report.lines());
    assertTrue(text.contains("Used, but not registered: 2"), text);
    assertTrue(
        text.contains("StopArrived@3 on execution.stops: 1 event, the last 5 s ago, by /execution"),
        text);
    assertTrue(text.contains("names no revision of it"), text);
    assertTrue(text.contains("Still written, though a newer revision is registered: 1"), text);
    assertTrue(text.contains("by /execution/execution-1 1 min ago"), text);
    assertTrue(
        text.contains("Registered, but not used: 1\n  northwind.execution.v1.StopDeparted@1"),
        text);
  }

  @Test
  void readsNoMoreThanItsLimit() throws Exception {
    try (KafkaProducer<String, String> producer = producer()) {
      for (int i = 0; i < 3; i++) {
        producer.send(new ProducerRecord<>(OTHER_TOPIC, "K", "{}")).get();
      }
    }
    UsageCount count = new UsageCount();

    count.read(broker.bootstrapServers(), OTHER_TOPIC, new ReadFrom.Beginning(), 2);

    assertEquals(2, count.records());
    assertTrue(count.cutShort());
  }

  @Test
  void aBuildWithoutApprovedRevisionsSaysSoAndIsNotClean() {
    LagReport report = new LagReport(Map.of(), Optional.empty(), NOW);

    assertFalse(report.clean());
    assertTrue(report.lines().getLast().contains("ships no approved revisions"));
  }

  private static ProducerRecord<String, String> event(
      String name, String revision, String source, long secondsAgo) {
    String type = "northwind.execution.v1." + name;
    String schema =
        revision.isEmpty()
            ? ""
            : "\"dataschema\":\"urn:northwind:schema:" + type + revision + "\",";
    String value =
        "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"%s\",\"type\":\"%s\",%s\"data\":{}}"
            .formatted(source, type, schema);
    return new ProducerRecord<>(
        TOPIC, null, NOW.minusSeconds(secondsAgo).toEpochMilli(), "K", value);
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
        new StringSerializer(),
        new StringSerializer());
  }
}
