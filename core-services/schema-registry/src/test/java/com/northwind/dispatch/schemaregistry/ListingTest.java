package com.northwind.dispatch.schemaregistry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.SchemaJson;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion.Standing;
import com.northwind.dispatch.schemaregistry.log.Decision;
import com.northwind.dispatch.schemaregistry.log.LogSettings;
import com.northwind.dispatch.schemaregistry.log.SchemaLog;
import com.northwind.dispatch.schemaregistry.log.SchemaWriter;
import com.northwind.dispatch.schemaregistry.log.WriteResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ExtendWith(LocalStack.class)
class ListingTest {
  private static final Logger log = LoggerFactory.getLogger(ListingTest.class);
  private static final int SUBJECTS = 1_500;
  private static final int VERSIONS = 3;

  private final String bootstrapServers;
  private final String topic = RunningRegistry.freshTopic();

  ListingTest(LocalBroker broker) {
    bootstrapServers = broker.bootstrapServers();
  }

  @Test
  void listsFifteenHundredSubjectsFromMemory() throws Exception {
    fill();
    try (RunningRegistry registry = RunningRegistry.start(bootstrapServers, topic, "listing")) {
      int all = SUBJECTS + 2;
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> registry.client().get("/subjects").body().size() == all);

      long begin = System.nanoTime();
      int listed = registry.client().get("/subjects").body().size();
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);

      assertEquals(all, listed);
      assertEquals(SUBJECTS * VERSIONS + 3, registry.client().get("/schemas").body().size());
      log.atInfo()
          .addKeyValue("subjects", listed)
          .addKeyValue("tookMs", taken.toMillis())
          .log("subjects listed");
    }
  }

  private void fill() throws InterruptedException {
    LogSettings settings =
        new LogSettings(
            new KafkaSettings(bootstrapServers, "filler"),
            topic,
            (short) 1,
            Duration.ofSeconds(20));
    try (SchemaLog schemaLog = SchemaLog.start(settings, new SimpleMeterRegistry());
        SchemaWriter writer =
            new SchemaWriter(
                settings,
                schemaLog,
                state -> new Decision.Keep<>(0),
                step -> {},
                Clock.systemUTC())) {
      var result = writer.write(state -> new Decision.Change<>(records(), 0));
      assertInstanceOf(WriteResult.Done.class, result);
    }
  }

  private static List<CatalogueRecord> records() {
    List<CatalogueRecord> records = new ArrayList<>();
    int id = 0;
    for (int i = 0; i < SUBJECTS; i++) {
      for (int version = 1; version <= VERSIONS; version++) {
        id++;
        String text = Schemas.named("schema " + id);
        String fingerprint = SchemaJson.fingerprint(SchemaJson.parse(text));
        records.add(new CatalogueRecord.SchemaContent(id, fingerprint, text));
        records.add(
            new SubjectVersion(new SubjectName("subject-" + i), version, id, Standing.ACTIVE));
      }
    }
    return records;
  }
}
