package com.northwind.dispatch.schemaregistry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class ShippedContractsTest {
  private static final String TYPE = "northwind.test.v1.Parked";

  private final String bootstrapServers;
  private final String topic = RunningRegistry.freshTopic();

  ShippedContractsTest(LocalBroker broker) {
    bootstrapServers = broker.bootstrapServers();
  }

  @Test
  void everyRevisionIsTheVersionOfTheSubjectNamedAfterTheEvent() throws Exception {
    try (RunningRegistry registry = start(revision(1, "a"), revision(2, "a", "b"))) {
      awaitVersions(registry, "[1,2]");

      assertEquals(
          Schemas.object("a", "b"),
          registry.client().text("/subjects/" + TYPE + "/versions/2/schema").text());
    }
  }

  @Test
  void aNewerBuildAddsItsRevisionAndAnOlderOneTakesNothingAway() throws Exception {
    String ids;
    try (RunningRegistry registry = start(revision(1, "a"))) {
      awaitVersions(registry, "[1]");
      ids = registry.client().get("/schemas").text();
    }
    try (RunningRegistry newer = start(revision(1, "a"), revision(2, "a", "b"));
        RunningRegistry older = start(revision(1, "a"))) {
      awaitVersions(newer, "[1,2]");
      awaitVersions(older, "[1,2]");
      assertTrue(
          newer.client().get("/schemas").text().startsWith(ids.substring(0, ids.length() - 1)));
    }
  }

  @Test
  void aBuildThatFindsEverythingThereWritesNothing() throws Exception {
    try (RunningRegistry registry = start(revision(1, "a"))) {
      awaitVersions(registry, "[1]");
    }
    try (RunningRegistry registry = start(revision(1, "a"))) {
      awaitVersions(registry, "[1]");

      assertTrue(metric(registry, "northwind_schemaregistry_writes_total").endsWith(" 0.0"));
      assertTrue(metric(registry, "northwind_schemaregistry_writer").endsWith(" 0.0"));
    }
  }

  @Test
  void anotherSchemaUnderTheSameRevisionIsReportedAndChangesNothing() throws Exception {
    try (RunningRegistry registry = start(revision(1, "a"))) {
      awaitVersions(registry, "[1]");
    }
    try (RunningRegistry registry = start(revision(1, "edited"), revision(2, "edited", "b"))) {
      awaitVersions(registry, "[1,2]");

      assertTrue(metric(registry, "northwind_schemaregistry_shipped_differing").endsWith(" 1.0"));
      assertEquals(200, registry.ready().status());
      assertEquals(
          Schemas.object("a"),
          registry.client().text("/subjects/" + TYPE + "/versions/1/schema").text());
    }
  }

  @Test
  void twoReplicasMayStartAtOnce() throws Exception {
    try (RunningRegistry one = start(revision(1, "a"), revision(2, "a", "b"));
        RunningRegistry two = start(revision(1, "a"), revision(2, "a", "b"))) {
      awaitVersions(one, "[1,2]");
      awaitVersions(two, "[1,2]");
      assertEquals(one.client().get("/schemas").text(), two.client().get("/schemas").text());
    }
  }

  private RunningRegistry start(ApprovedSchema... shipped) throws Exception {
    return RunningRegistry.startWithoutWaiting(
        bootstrapServers, topic, "shipped", List.of(shipped));
  }

  private static ApprovedSchema revision(int revision, String... properties) {
    return new ApprovedSchema(TYPE, revision, Schemas.object(properties));
  }

  private static void awaitVersions(RunningRegistry registry, String versions) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertEquals(
                    versions, registry.client().get("/subjects/" + TYPE + "/versions").text()));
  }

  private static String metric(RunningRegistry registry, String name) throws Exception {
    return registry
        .metrics()
        .lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
