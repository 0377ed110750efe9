package com.northwind.dispatch.schemaregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.schemaregistry.RegistryClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompatibilityTest {
  private static final String ALL = "/compatibility/subjects/loads/versions";

  private final RunningRegistry registry;
  private final RegistryClient client;

  CompatibilityTest(LocalBroker broker) throws Exception {
    registry =
        RunningRegistry.start(
            broker.bootstrapServers(), RunningRegistry.freshTopic(), "compatibility");
    client = registry.client();
    client.register("loads", Schemas.object("a"));
    client.register("loads", Schemas.object("a", "b"));
  }

  @AfterAll
  void close() {
    registry.close();
  }

  @Test
  void tellsWithoutRegistering() throws Exception {
    Answer wider = client.post(ALL, Schemas.body(Schemas.object("a", "b", "c")));
    Answer narrower = client.post(ALL, Schemas.body(Schemas.object("a")));

    assertEquals("{\"is_compatible\":true}", wider.text());
    assertEquals("{\"is_compatible\":false}", narrower.text());
    assertEquals("[1,2]", client.get("/subjects/loads/versions").text());
  }

  @Test
  void explainsEachBreakToWhoAsks() throws Exception {
    Answer fine = client.post(ALL + "?verbose=true", Schemas.body(Schemas.object("a", "b")));
    Answer broken = client.post(ALL + "?verbose=true", Schemas.body(Schemas.object("c")));

    assertEquals("{\"is_compatible\":true,\"messages\":[]}", fine.text());
    assertEquals(false, broken.body().get("is_compatible").asBoolean());
    String messages = broken.body().get("messages").toString();
    assertTrue(messages.contains("version 1: "), messages);
    assertTrue(messages.contains("version 2: "), messages);
    assertTrue(messages.contains("/properties/a"), messages);
    assertTrue(messages.contains("/properties/b"), messages);
    assertTrue(messages.contains("compatibility level: FULL_TRANSITIVE"), messages);
  }

  @Test
  void checksAgainstOneVersion() throws Exception {
    String narrow = Schemas.body(Schemas.object("a", "c"));

    assertEquals(true, compatible(client.post(ALL + "/1", narrow)));
    assertEquals(false, compatible(client.post(ALL + "/2", narrow)));
    assertEquals(false, compatible(client.post(ALL + "/latest", narrow)));
    assertEquals(40402, client.post(ALL + "/3", narrow).errorCode());
    assertEquals(42202, client.post(ALL + "/third", narrow).errorCode());
    assertEquals(42201, client.post(ALL, "{\"schema\":\"{}\"}").errorCode());
  }

  @Test
  void nothingStandsAgainstTheFirstVersionOfASubject() throws Exception {
    String path = "/compatibility/subjects/new/versions";

    assertEquals(true, compatible(client.post(path, Schemas.body("{}"))));
    assertEquals(true, compatible(client.post(path + "/latest", Schemas.body("{}"))));
    assertEquals(40401, client.post(path + "/1", Schemas.body("{}")).errorCode());
  }

  /// Version 1 has `a`, version 2 has `b` too; the candidate takes `b` away, or adds a required
  /// `c`.
  @ParameterizedTest
  @CsvSource({
    "NONE,                true,  true",
    "BACKWARD,            true,  false",
    "BACKWARD_TRANSITIVE, true,  false",
    "FORWARD,             false, true",
    "FORWARD_TRANSITIVE,  false, true",
    "FULL,                false, false",
    "FULL_TRANSITIVE,     false, false",
  })
  void theLevelOfTheSubjectDecides(String level, boolean removing, boolean requiring)
      throws Exception {
    String subject = "level-" + level;
    client.register(subject, Schemas.object("a"));
    client.register(subject, Schemas.object("a", "b"));
    client.put("/config/" + subject, "{\"compatibility\":\"" + level + "\"}");
    String path = "/compatibility/subjects/" + subject + "/versions";
    String required =
        Schemas.object("a", "b", "c")
            .replace("{\"type\":\"object\"", "{\"required\":[\"c\"],\"type\":\"object\"");

    assertEquals(removing, compatible(client.post(path, Schemas.body(Schemas.object("a")))));
    assertEquals(requiring, compatible(client.post(path, Schemas.body(required))));
  }

  @Test
  void aBreakWithAnOlderVersionIsSeenThroughTheNewer() throws Exception {
    String subject = "through";
    String number = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}}";
    client.register(subject, Schemas.object("a"));
    client.put("/config/" + subject, "{\"compatibility\":\"NONE\"}");
    client.register(subject, "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}}");
    String path = "/compatibility/subjects/" + subject + "/versions";

    client.put("/config/" + subject, "{\"compatibility\":\"BACKWARD\"}");
    boolean withTheLast = compatible(client.post(path, Schemas.body(number)));
    client.put("/config/" + subject, "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
    boolean withAll = compatible(client.post(path, Schemas.body(number)));

    assertEquals(true, withTheLast);
    assertEquals(false, withAll);
  }

  private static boolean compatible(Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.body().get("is_compatible").asBoolean();
  }
}
