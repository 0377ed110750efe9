package com.northwind.dispatch.schemaregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.schemaregistry.RegistryClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupTest {
  private final RunningRegistry registry;
  private final RegistryClient client;
  private final int first;
  private final int second;

  LookupTest(LocalBroker broker) throws Exception {
    registry =
        RunningRegistry.start(broker.bootstrapServers(), RunningRegistry.freshTopic(), "lookup");
    client = registry.client();
    first = client.register("loads-value", Schemas.object("a")).id();
    second = client.register("loads-value", Schemas.object("a", "b")).id();
    client.register("loads-key", Schemas.object("a"));
  }

  @AfterAll
  void close() {
    registry.close();
  }

  @Test
  void listsSubjectsByNameByPrefixAndByPage() throws Exception {
    assertEquals(
        "[\"loads-key\",\"loads-value\",\"northwind.test.v1.Left\",\"northwind.test.v1.Parked\"]",
        client.get("/subjects").text());
    assertEquals("[\"loads-value\"]", client.get("/subjects?subjectPrefix=loads-v").text());
    assertEquals("[\"loads-key\"]", client.get("/subjects?subjectPrefix=:.:loads-k").text());
    assertEquals("[\"loads-value\"]", client.get("/subjects?offset=1&limit=1").text());
    assertEquals("[]", client.get("/subjects?offset=9").text());
    assertEquals("[]", client.get("/subjects?deletedOnly=true").text());
    assertEquals(400, client.get("/subjects?offset=-1").status());
  }

  @Test
  void findsASchemaUnderItsSubject() throws Exception {
    Answer found = client.post("/subjects/loads-value", Schemas.body("  " + Schemas.object("a")));

    assertEquals(200, found.status(), found.text());
    assertEquals(first, found.id());
    assertEquals(1, found.body().get("version").asInt());
    assertEquals("loads-value", found.body().get("subject").asText());
    assertEquals(Schemas.object("a"), found.body().get("schema").asText());
    assertEquals("JSON", found.body().get("schemaType").asText());
  }

  @Test
  void saysWhetherTheSubjectOrTheSchemaIsMissing() throws Exception {
    Answer noSubject = client.post("/subjects/nobody", Schemas.body("{}"));
    Answer noSchema = client.post("/subjects/loads-value", Schemas.body("{}"));

    assertEquals(40401, noSubject.errorCode());
    assertEquals("Subject 'nobody' not found.", noSubject.message());
    assertEquals(40403, noSchema.errorCode());
    assertEquals(40401, client.get("/subjects/nobody/versions").errorCode());
    assertEquals(40401, client.get("/subjects/nobody/versions/1").errorCode());
    assertEquals(40402, client.get("/subjects/loads-value/versions/3").errorCode());
  }

  @Test
  void theNewestVersionHasTwoNames() throws Exception {
    assertEquals(second, client.get("/subjects/loads-value/versions/latest").id());
    assertEquals(second, client.get("/subjects/loads-value/versions/-1").id());
    assertEquals(first, client.get("/subjects/loads-value/versions/1").id());
    assertEquals("[]", client.get("/subjects/loads-value/versions/1/referencedby").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "2147483648", "99999999999999999999", "newest", "1.0"})
  void aVersionThatIsNoNumberIsRefused(String version) throws Exception {
    Answer answer = client.get("/subjects/loads-value/versions/" + version);

    assertEquals(422, answer.status());
    assertEquals(42202, answer.errorCode());
    assertTrue(answer.message().contains("[1, 2^31-1]"), answer.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483648", "99999999999999999999", "abc", "2147483647"})
  void anIdThatNoSchemaHasIsNotFound(String id) throws Exception {
    for (String more : new String[] {"", "/schema", "/subjects", "/versions"}) {
      Answer answer = client.get("/schemas/ids/" + id + more);

      assertEquals(404, answer.status());
      assertEquals(40403, answer.errorCode());
      assertTrue(answer.message().contains(id), answer.message());
    }
  }

  @Test
  void showsWhereASchemaIsUsed() throws Exception {
    assertEquals(
        "[\"loads-key\",\"loads-value\"]",
        client.get("/schemas/ids/" + first + "/subjects").text());
    assertEquals(
        "[{\"subject\":\"loads-key\",\"version\":1},{\"subject\":\"loads-value\",\"version\":1}]",
        client.get("/schemas/ids/" + first + "/versions").text());
    assertEquals(
        "[\"loads-key\"]",
        client.get("/schemas/ids/" + first + "/subjects?subject=loads-key").text());
    Answer withMax = client.get("/schemas/ids/" + first + "?fetchMaxId=true");
    assertTrue(withMax.body().get("maxId").asInt() >= second, withMax.text());
  }

  @Test
  void listsEverySchema() throws Exception {
    assertEquals(6, client.get("/schemas").body().size());
    assertEquals(2, client.get("/schemas?subjectPrefix=loads-v").body().size());
    Answer latest = client.get("/schemas?subjectPrefix=loads-v&latestOnly=true");
    assertEquals(1, latest.body().size());
    assertEquals(2, latest.body().at("/0/version").asInt());
    assertEquals(1, client.get("/schemas?offset=5").body().size());
    assertEquals("[\"JSON\"]", client.get("/schemas/types").text());
  }

  @Test
  void saysWhatItIs() throws Exception {
    assertEquals("{}", client.get("/").text());
    assertEquals("[\".\"]", client.get("/contexts").text());
    Answer id = client.get("/v1/metadata/id");
    assertEquals(
        "northwind-schema-registry",
        id.body().at("/scope/clusters/schema-registry-cluster").asText());
    assertTrue(!id.body().at("/scope/clusters/kafka-cluster").asText().isEmpty(), id.text());
    assertTrue(client.get("/v1/metadata/version").body().has("version"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404",
    "GET, /subjects/a/b/c/d, 404",
    "GET, /subjects/, 404",
    "PUT, /subjects, 405",
    "PATCH, /config, 405",
    "DELETE, /schemas/ids/1, 405",
    "GET, /compatibility/subjects/s/versions, 405",
  })
  void whatIsNotServedIsAnsweredAsClientsExpect(String method, String path, int status)
      throws Exception {
    Answer answer = client.send(client.request(path).method(method, BodyPublishers.noBody()));

    assertEquals(status, answer.status());
    assertEquals(status, answer.errorCode());
    assertTrue(!answer.message().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/vnd.schemaregistry.v1+json | 200",
        "application/vnd.schemaregistry+json    | 200",
        "application/json; charset=utf-8        | 200",
        "application/x-www-form-urlencoded      | 200",
        "text/xml                               | 415",
      })
  void takesTheMediaTypesThatClientsSend(String type, int status) throws Exception {
    Answer answer =
        client.send(
            client
                .request("/subjects/loads-value")
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString(Schemas.body(Schemas.object("a")))));

    assertEquals(status, answer.status(), answer.text());
  }

  @Test
  void answersPlainJsonToWhoAsksForIt() throws Exception {
    Answer answer = client.send(client.request("/subjects").header("Accept", "application/json"));

    assertEquals(
        "application/json", answer.response().headers().firstValue("Content-Type").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "[]", "null", "7", "{\"schema\":\"{}\"} x"})
  void aBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
    Answer answer = client.post("/subjects/loads-value/versions", body);

    assertEquals(400, answer.status(), answer.text());
    assertEquals(400, answer.errorCode());
  }

  @Test
  void aBodyNestedAThousandLevelsDeepIsRefused() throws Exception {
    String deep = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);

    assertEquals(400, client.post("/subjects/loads-value/versions", deep).status());
  }
}
