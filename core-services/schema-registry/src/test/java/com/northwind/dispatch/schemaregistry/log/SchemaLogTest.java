package com.northwind.dispatch.schemaregistry.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class SchemaLogTest {
  private final LogSettings settings;

  SchemaLogTest(LocalBroker broker) {
    settings =
        new LogSettings(
            new KafkaSettings(broker.bootstrapServers(), "log-test"),
            "contracts.schemas." + UUID.randomUUID(),
            (short) 1,
            Duration.ofSeconds(10));
  }

  @Test
  void passesOverWhatItCannotReadAndReadsTheRest() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (SchemaLog first = SchemaLog.start(settings, meters)) {
      first.awaitReadOnce();
    }
    try (KafkaProducer<String, byte[]> producer = settings.kafka().newProducer("test")) {
      send(producer, "{\"record\":\"schema\",\"id\":1}", "{\"id\":1,\"schema\":\"{}\"}");
      send(producer, "not json", "{}");
      send(producer, "[]", "{}");
      send(producer, "{\"record\":\"schema\",\"id\":2}", "not json");
      send(producer, "{\"record\":\"schema\",\"id\":2}", null);
      send(producer, "{\"record\":\"schema\",\"id\":\"2\"}", "{\"schema\":\"{}\"}");
      send(producer, "{\"record\":\"schema\",\"id\":-2}", "{\"schema\":\"{}\"}");
      send(producer, "{\"record\":\"schema\",\"id\":2}", "{\"schema\":\"{\"}");
      send(producer, "{\"record\":\"version\",\"subject\":\"\",\"version\":1}", "{}");
      send(
          producer,
          "{\"record\":\"version\",\"subject\":\"s\",\"version\":1}",
          "{\"id\":1,\"standing\":\"SITTING\"}");
      send(producer, "{\"record\":\"mode\"}", "{\"mode\":\"IMPORT\"}");
      send(producer, "{\"record\":\"write\"}", "{\"highestId\":9,\"write\":\"w\"}");
      send(producer, "{\"record\":\"of a later build\"}", "{}");
      send(
          producer,
          "{\"record\":\"version\",\"subject\":\"s\",\"version\":1}",
          "{\"id\":1,\"standing\":\"ACTIVE\",\"fieldOfALaterBuild\":true}");
    }

    try (SchemaLog log = SchemaLog.start(settings, meters)) {
      log.awaitReadOnce();

      Catalogue state = log.catalogue();
      assertEquals(12, meters.get("northwind.schemaregistry.records.passedover").counter().count());
      assertEquals(1, state.schemaCount());
      assertEquals(1, state.history(new SubjectName("s")).latest(false).orElseThrow().id());
      assertEquals(1, state.highestId());
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, String key, @Nullable String value)
      throws Exception {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(settings.topic(), 0, key, bytes)).get();
  }
}
