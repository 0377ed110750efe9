package com.northwind.dispatch.schemaregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationTest {
  private final RunningRegistry registry;
  private final RegistryClient client;

  RegistrationTest(LocalBroker broker) throws Exception {
    registry =
        RunningRegistry.start(
            broker.bootstrapServers(), RunningRegistry.freshTopic(), "registration");
    client = registry.client();
  }

  @AfterAll
  void close() {
    registry.close();
  }

  @Test
  void aSchemaGetsAnIdAndTheSameOneEveryTime() throws Exception {
    Answer first = client.register("twice", Schemas.object("a"));
    Answer again = client.register("twice", Schemas.object("a"));

    assertEquals(200, first.status(), first.text());
    assertEquals("{\"id\":" + first.id() + "}", first.text());
    assertEquals(first.text(), again.text());
    assertEquals("[1]", client.get("/subjects/twice/versions").text());
    assertEquals(
        "application/vnd.schemaregistry.v1+json",
        first.response().headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void contentIsTheSameWhateverItsWhiteSpaceAndTheOrderOfItsKeys() throws Exception {
    Answer one = client.register("order-1", "{\"type\":\"object\",\"title\":\"t\"}");
    Answer two = client.register("order-2", "{ \"title\" : \"t\",\n \"type\" : \"object\" }");
    Answer three = client.register("order-3", "{\"title\":\"u\",\"type\":\"object\"}");

    assertEquals(one.id(), two.id());
    assertNotEquals(one.id(), three.id());
    assertEquals(
        "[\"order-1\",\"order-2\"]", client.get("/schemas/ids/" + one.id() + "/subjects").text());
  }

  @Test
  void aSchemaIsShownAsItWasFirstRegistered() throws Exception {
    String text = "{ \"type\" : \"object\",\n  \"description\": \"Füllstand, 1.50 ≤ x\" }";

    int id = client.register("shown", text).id();

    assertEquals(text, client.text("/schemas/ids/" + id + "/schema").text());
    assertEquals(text, client.text("/subjects/shown/versions/1/schema").text());
    assertEquals(text, client.get("/schemas/ids/" + id).body().get("schema").asText());
    assertEquals("JSON", client.get("/schemas/ids/" + id).body().get("schemaType").asText());
    Answer version = client.get("/subjects/shown/versions/latest");
    assertEquals("shown", version.body().get("subject").asText());
    assertEquals(1, version.body().get("version").asInt());
    assertEquals(id, version.id());
  }

  @Test
  void aSecondVersionIsCheckedAgainstTheFirst() throws Exception {
    client.register("grows", Schemas.object("a", "b"));

    Answer wider = client.register("grows", Schemas.object("a", "b", "c"));
    Answer narrower = client.register("grows", Schemas.object("a"));

    assertEquals(200, wider.status(), wider.text());
    assertEquals(409, narrower.status());
    assertEquals(409, narrower.errorCode());
    assertEquals("[1,2]", client.get("/subjects/grows/versions").text());
  }

  @Test
  void aRefusalNamesThePlaceTheRuleBothFragmentsAndTheWaysOut() throws Exception {
    client.register("explained", Schemas.object("speedKph"));

    String message = client.register("explained", Schemas.object()).message();

    assertTrue(
        message.startsWith(
            "Schema being registered is incompatible with an earlier schema for subject"
                + " \"explained\", details:"),
        message);
    for (String part :
        new String[] {
          "version 1",
          "/properties/speedKph",
          "FORWARD",
          "{\"type\":\"string\"}",
          "instead",
          "FULL_TRANSITIVE"
        }) {
      assertTrue(message.contains(part), part + " in " + message);
    }
  }

  @Test
  void operatorsSeeWhatThereIsAndWhatIsRefused() throws Exception {
    client.register("measured", Schemas.object("a"));
    client.register("measured", Schemas.object("b"));

    String metrics = registry.metrics();

    for (String metric :
        new String[] {
          "northwind_schemaregistry_schemas{", "northwind_schemaregistry_subjects{",
          "northwind_schemaregistry_writes_total{", "northwind_schemaregistry_fenced_total{",
          "northwind_schemaregistry_shipped_differing{", "code=\"INCOMPATIBLE\""
        }) {
      assertTrue(metrics.contains(metric), metric + " in " + metrics);
    }
    assertTrue(
        metrics.lines().anyMatch(l -> l.matches("northwind_schemaregistry_writer\\{.*} 1\\.0")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"schema\":\"{}\"}`                                              | \"schemaType\":\"JSON\"",
        "`{\"schemaType\":\"AVRO\",\"schema\":\"{}\"}`                      | \"schemaType\":\"JSON\"",
        "`{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}`              | \"schemaType\":\"JSON\"",
        "`{\"schemaType\":\"JSON\"}`                                        | Empty schema",
        "`{\"schemaType\":\"JSON\",\"schema\":null}`                        | Empty schema",
        "`{\"schemaType\":\"JSON\",\"schema\":\"\"}`                        | Empty schema",
        "`{\"schemaType\":\"JSON\",\"schema\":{\"type\":\"object\"}}`       | not a string",
        "`{\"schemaType\":\"JSON\",\"schema\":\"{\\\"type\\\":7}\"}`        | /type",
        "`{\"schemaType\":\"JSON\",\"schema\":\"{\\\"type\\\":\"}`          | Invalid schema",
        "`{\"schemaType\":\"JSON\",\"schema\":\"7\"}`                       | Invalid schema",
        "`{\"schemaType\":\"JSON\",\"schema\":\"{}\",\"references\":[{\"name\":\"a\"}]}` | $defs",
        "`{\"schemaType\":\"JSON\",\"schema\":\"{}\",\"metadata\":{\"tags\":{\"a\":1}}}` | metadata",
        "`{\"schemaType\":\"JSON\",\"schema\":\"{}\",\"version\":7}`        | not the next one",
      })
  void whatIsNoJsonSchemaIsRefusedWithASentence(String body, String sentence) throws Exception {
    Answer answer = client.post("/subjects/refused/versions", body);

    assertEquals(422, answer.status(), answer.text());
    assertEquals(42201, answer.errorCode());
    assertTrue(answer.message().contains(sentence), answer.message());
  }

  @Test
  void whatClientsSendBesidesTheSchemaIsTaken() throws Exception {
    Answer answer =
        client.post(
            "/subjects/tolerated/versions?normalize=true",
            "{\"schemaType\":\"JSON\",\"schema\":\"{}\",\"references\":[],\"metadata\":null,"
                + "\"ruleSet\":null,\"id\":-1,\"version\":1,\"somethingNew\":true}");

    assertEquals(200, answer.status(), answer.text());
  }

  @Test
  void anIdCannotBeChosen() throws Exception {
    Answer answer =
        client.post(
            "/subjects/chosen/versions", "{\"schemaType\":\"JSON\",\"schema\":\"{}\",\"id\":4711}");

    assertEquals(42205, answer.errorCode());
  }

  @Test
  void aSchemaNestedAThousandLevelsDeepIsRefused() throws Exception {
    String deep = "{\"not\":".repeat(1_000) + "{}" + "}".repeat(1_000);

    Answer answer = client.register("deep", deep);

    assertEquals(42201, answer.errorCode());
    assertTrue(answer.message().contains("100"), answer.message());
  }

  @Test
  void aSchemaOfMoreThanAMegabyteIsRefusedAndABodyOfTenIsNotEvenRead() throws Exception {
    Answer large = client.register("large", Schemas.named("x".repeat(1_000_001)));
    Answer huge = client.register("huge", Schemas.named("x".repeat(10_000_000)));

    assertEquals(42201, large.errorCode());
    assertEquals(413, huge.status());
    assertEquals(413, huge.errorCode());
  }

  @Test
  void aSchemaOfAlmostAMegabyteIsKept() throws Exception {
    String quotes = Schemas.named("\"".repeat(450_000));

    Answer answer = client.register("quotes", quotes);

    assertEquals(200, answer.status(), answer.text());
    assertEquals(quotes, client.text("/schemas/ids/" + answer.id() + "/schema").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a b", "Lkw-Füllstand", "a+b%c?d#e", "東京", "..", ":.:in-context"})
  void aSubjectMayHaveAnyPrintableName(String subject) throws Exception {
    Answer registered = client.register(subject, Schemas.named(subject));

    assertEquals(200, registered.status(), registered.text());
    Answer read = client.get("/subjects/" + RegistryClient.encoded(subject) + "/versions/latest");
    assertEquals(registered.id(), read.id());
    assertEquals(subject.replace(":.:", ""), read.body().get("subject").asText());
    assertTrue(client.get("/subjects").text().contains("\"" + subject.replace(":.:", "") + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {":.other:s", "%20", "%01", "%FF", ":.:", "%C2%85"})
  void aSubjectNobodyCanNameIsRefused(String segment) throws Exception {
    Answer answer =
        client.post("/subjects/" + segment + "/versions", Schemas.body(Schemas.object("a")));

    assertEquals(422, answer.status());
    assertEquals(42208, answer.errorCode());
  }

  @Test
  void aSubjectOf256CharactersIsRefused() throws Exception {
    assertEquals(200, client.register("x".repeat(255), "{}").status());
    assertEquals(42208, client.register("x".repeat(256), "{}").errorCode());
  }
}
