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
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionTest {
  private final RunningRegistry registry;
  private final RegistryClient client;

  DeletionTest(LocalBroker broker) throws Exception {
    registry =
        RunningRegistry.start(broker.bootstrapServers(), RunningRegistry.freshTopic(), "deletion");
    client = registry.client();
  }

  @AfterAll
  void close() {
    registry.close();
  }

  @Test
  void aSubjectIsDeletedFirstAndForGoodThen() throws Exception {
    client.register("goes", Schemas.object("a"));
    client.register("goes", Schemas.object("a", "b"));

    assertEquals(40401, client.delete("/subjects/nobody").errorCode());
    assertEquals(40405, client.delete("/subjects/goes?permanent=true").errorCode());
    assertEquals("[1,2]", client.delete("/subjects/goes").text());
    assertEquals(40404, client.delete("/subjects/goes").errorCode());

    assertEquals(40401, client.get("/subjects/goes/versions").errorCode());
    assertEquals(40401, client.get("/subjects/goes/versions/latest").errorCode());
    assertTrue(!client.get("/subjects").text().contains("\"goes\""));
    assertEquals("[\"goes\"]", client.get("/subjects?deletedOnly=true&subjectPrefix=go").text());
    assertEquals("[1,2]", client.get("/subjects/goes/versions?deleted=true").text());
    assertEquals(200, client.get("/subjects/goes/versions/latest?deleted=true").status());

    assertEquals("[1,2]", client.delete("/subjects/goes?permanent=true").text());
    assertEquals(40401, client.get("/subjects/goes/versions?deleted=true").errorCode());
    assertEquals(40401, client.delete("/subjects/goes?permanent=true").errorCode());
  }

  @Test
  void aVersionIsDeletedFirstAndForGoodThen() throws Exception {
    client.register("thins", Schemas.object("a"));
    client.register("thins", Schemas.object("a", "b"));

    assertEquals(40402, client.delete("/subjects/thins/versions/9").errorCode());
    assertEquals(42202, client.delete("/subjects/thins/versions/x").errorCode());
    assertEquals(40407, client.delete("/subjects/thins/versions/1?permanent=true").errorCode());
    assertEquals("2", client.delete("/subjects/thins/versions/latest").text());
    assertEquals(40406, client.delete("/subjects/thins/versions/2").errorCode());
    assertEquals("[1]", client.get("/subjects/thins/versions").text());
    assertEquals("[2]", client.get("/subjects/thins/versions?deletedOnly=true").text());
    assertEquals(40402, client.get("/subjects/thins/versions/2").errorCode());
    assertEquals(200, client.get("/subjects/thins/versions/2?deleted=true").status());
    assertEquals("2", client.delete("/subjects/thins/versions/2?permanent=true").text());
    assertEquals(40402, client.get("/subjects/thins/versions/2?deleted=true").errorCode());
  }

  @Test
  void anIdIsNeverGivenToOtherContentNotEvenAfterDeletingForGood() throws Exception {
    int id = client.register("last", Schemas.named("only here")).id();
    client.delete("/subjects/last");
    client.delete("/subjects/last?permanent=true");

    Answer gone = client.get("/schemas/ids/" + id);
    int other = client.register("last", Schemas.named("something else")).id();
    int again = client.register("back", Schemas.named("only here")).id();

    assertEquals(40403, gone.errorCode());
    assertTrue(other > id, other + " after " + id);
    assertEquals(id, again);
    assertEquals(Schemas.named("only here"), client.text("/schemas/ids/" + id + "/schema").text());
  }

  @Test
  void aSchemaStaysReadableAsLongAsAnySubjectHasIt() throws Exception {
    int id = client.register("one-of-two", Schemas.named("shared")).id();
    client.register("two-of-two", Schemas.named("shared"));

    client.delete("/subjects/one-of-two");
    client.delete("/subjects/one-of-two?permanent=true");
    assertEquals(200, client.get("/schemas/ids/" + id).status());

    client.delete("/subjects/two-of-two");
    assertEquals(200, client.get("/schemas/ids/" + id).status());
    assertEquals("[]", client.get("/schemas/ids/" + id + "/subjects").text());
    assertEquals(
        "[\"two-of-two\"]", client.get("/schemas/ids/" + id + "/subjects?deleted=true").text());

    client.delete("/subjects/two-of-two?permanent=true");
    assertEquals(404, client.get("/schemas/ids/" + id).status());
  }

  @Test
  void aVersionNumberIsNotGivenTwiceWhileTheSubjectExists() throws Exception {
    client.register("counts", Schemas.object("a"));
    client.register("counts", Schemas.object("a", "b"));
    client.delete("/subjects/counts/versions/2");
    client.delete("/subjects/counts/versions/2?permanent=true");

    client.register("counts", Schemas.object("a", "c"));

    assertEquals("[1,3]", client.get("/subjects/counts/versions").text());
  }

  @Test
  void deletingTheLastVersionForGoodEndsTheSubject() throws Exception {
    client.register("ends", Schemas.object("a"));
    client.register("ends", Schemas.object("a", "b"));
    for (int version : new int[] {1, 2}) {
      client.delete("/subjects/ends/versions/" + version);
      client.delete("/subjects/ends/versions/" + version + "?permanent=true");
    }

    client.register("ends", Schemas.named("anew"));

    assertEquals("[1]", client.get("/subjects/ends/versions").text());
  }

  @Test
  void aDeletedVersionIsNoLongerAskedForCompatibility() throws Exception {
    client.register("freed", Schemas.object("a"));
    assertEquals(409, client.register("freed", Schemas.object("b")).status());

    client.delete("/subjects/freed/versions/1");

    assertEquals(200, client.register("freed", Schemas.object("b")).status());
    assertEquals("[2]", client.get("/subjects/freed/versions").text());
  }

  @Test
  void aSubjectTakesItsSettingsWithIt() throws Exception {
    client.register("set", Schemas.object("a"));
    client.put("/config/set", "{\"compatibility\":\"NONE\"}");

    client.delete("/subjects/set");

    assertEquals(40408, client.get("/config/set").errorCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/subjects/northwind.test.v1.Parked",
        "/subjects/northwind.test.v1.Parked?permanent=true",
        "/subjects/northwind.test.v1.Parked/versions/1",
        "/subjects/northwind.test.v1.Parked/versions/latest?permanent=true"
      })
  void aContractThatShipsIsNotDeleted(String path) throws Exception {
    Answer answer = client.delete(path);

    assertEquals(422, answer.status());
    assertEquals(42205, answer.errorCode());
    assertTrue(answer.message().contains("ships with"), answer.message());
    assertEquals("[1,2]", client.get("/subjects/northwind.test.v1.Parked/versions").text());
  }
}
