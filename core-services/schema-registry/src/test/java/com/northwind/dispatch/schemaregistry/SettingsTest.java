package com.northwind.dispatch.schemaregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.schemaregistry.RegistryClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class SettingsTest {
  private static final String SHIPPED = "northwind.test.v1.Parked";

  private final String bootstrapServers;
  private RunningRegistry registry;
  private RegistryClient client;

  SettingsTest(LocalBroker broker) {
    bootstrapServers = broker.bootstrapServers();
  }

  @BeforeEach
  void start() throws Exception {
    registry = RunningRegistry.start(bootstrapServers, RunningRegistry.freshTopic(), "settings");
    client = registry.client();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void everythingIsFullyCompatibleUnlessSaidOtherwise() throws Exception {
    assertEquals("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}", client.get("/config").text());
    assertEquals(40408, client.get("/config/s").errorCode());
    assertEquals(
        "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}",
        client.get("/config/s?defaultToGlobal=true").text());
  }

  @Test
  void aLevelIsSetShownAndTakenBack() throws Exception {
    assertEquals(
        "{\"compatibility\":\"BACKWARD\"}",
        client.put("/config", "{\"compatibility\":\"BACKWARD\"}").text());
    assertEquals(
        "{\"compatibility\":\"NONE\"}",
        client.put("/config/s", "{\"compatibility\":\"none\"}").text());

    assertEquals("{\"compatibilityLevel\":\"BACKWARD\"}", client.get("/config").text());
    assertEquals("{\"compatibilityLevel\":\"NONE\"}", client.get("/config/s").text());
    assertEquals("{\"compatibilityLevel\":\"NONE\"}", client.delete("/config/s").text());
    assertEquals(40408, client.delete("/config/s").errorCode());
    assertEquals(
        "{\"compatibilityLevel\":\"BACKWARD\"}",
        client.get("/config/s?defaultToGlobal=true").text());
    assertEquals("{\"compatibilityLevel\":\"BACKWARD\"}", client.delete("/config").text());
    assertEquals("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}", client.get("/config").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"compatibility\":\"SOME\"}", "{\"compatibilityLevel\":\"FULL\"}"})
  void aLevelThatIsNoneIsRefused(String body) throws Exception {
    Answer answer = client.put("/config/s", body);

    assertEquals(422, answer.status());
    assertEquals(42203, answer.errorCode());
  }

  @Test
  void aContractThatShipsStaysFullyCompatibleWhateverIsSetForAll() throws Exception {
    client.put("/config", "{\"compatibility\":\"NONE\"}");

    Answer weaker = client.put("/config/" + SHIPPED, "{\"compatibility\":\"BACKWARD\"}");
    Answer same = client.put("/config/" + SHIPPED, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
    Answer breaking = client.register(SHIPPED, Schemas.object("place"));

    assertEquals(42205, weaker.errorCode());
    assertTrue(weaker.message().contains("replayed"), weaker.message());
    assertEquals(200, same.status());
    assertEquals(42205, client.delete("/config/" + SHIPPED).errorCode());
    assertEquals(409, breaking.status());
  }

  @Test
  void inReadOnlyModeNothingIsWrittenAndEverythingRead() throws Exception {
    int id = client.register("kept", Schemas.object("a")).id();

    assertEquals("{\"mode\":\"READONLY\"}", client.put("/mode", "{\"mode\":\"READONLY\"}").text());

    Answer refused = client.register("kept", Schemas.object("a", "b"));
    assertEquals(422, refused.status());
    assertEquals(42205, refused.errorCode());
    assertTrue(refused.message().contains("read-only mode"), refused.message());
    assertEquals(42205, client.delete("/subjects/kept").errorCode());
    assertEquals(42205, client.delete("/subjects/kept/versions/1").errorCode());
    assertEquals(42205, client.put("/config/kept", "{\"compatibility\":\"NONE\"}").errorCode());
    assertEquals(id, client.register("kept", Schemas.object("a")).id());
    assertEquals(200, client.get("/schemas/ids/" + id).status());

    client.put("/mode", "{\"mode\":\"READWRITE\"}");
    assertEquals(200, client.register("kept", Schemas.object("a", "b")).status());
  }

  @Test
  void theModeOfASubjectGoesBeforeThatOfAllUnlessItOverrides() throws Exception {
    client.put("/mode", "{\"mode\":\"READONLY\"}");
    client.put("/mode/open", "{\"mode\":\"READWRITE\"}");
    assertEquals(200, client.register("open", Schemas.object("a")).status());

    client.put("/mode", "{\"mode\":\"READONLY_OVERRIDE\"}");
    assertEquals(42205, client.register("open", Schemas.object("a", "b")).errorCode());

    assertEquals("{\"mode\":\"READONLY_OVERRIDE\"}", client.delete("/mode").text());
    assertEquals(200, client.register("open", Schemas.object("a", "b")).status());
  }

  @Test
  void aModeIsShownAndTakenBack() throws Exception {
    assertEquals("{\"mode\":\"READWRITE\"}", client.get("/mode").text());
    assertEquals(40409, client.get("/mode/s").errorCode());
    assertEquals("{\"mode\":\"READWRITE\"}", client.get("/mode/s?defaultToGlobal=true").text());
    client.put("/mode/s", "{\"mode\":\"READONLY\"}");
    assertEquals("{\"mode\":\"READONLY\"}", client.get("/mode/s").text());
    assertEquals("{\"mode\":\"READONLY\"}", client.delete("/mode/s").text());
    assertEquals(40409, client.delete("/mode/s").errorCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"mode\":\"IMPORT\"}", "{\"mode\":\"FORWARD\"}"})
  void aModeThatIsNoneIsRefused(String body) throws Exception {
    Answer answer = client.put("/mode/s", body);

    assertEquals(422, answer.status());
    assertEquals(42204, answer.errorCode());
    assertTrue(answer.message().contains("IMPORT is not"), answer.message());
  }
}
