package com.northwind.dispatch.schemaregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.schemaregistry.RegistryClient.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationTest {
  private final RunningRegistry registry;
  private final RegistryClient client;
  private final String subject = "s-" + UUID.randomUUID();

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
    Answer first = client.register(subject, Schemas.object("a"));
    long begin = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      client.register(subject + i, Schemas.named("n" + i));
    }
    System.out.println("50 in ms " + (System.nanoTime() - begin) / 1_000_000);
    Answer again = client.register(subject, Schemas.object("a"));

    assertEquals(200, first.status(), first.text());
    assertEquals(first.id(), again.id());
  }

  @Test
  void contentIsTheSameWhateverItsWhiteSpaceAndTheOrderOfItsKeys() throws Exception {
    String other = "other-" + subject;
    Answer one = client.register(other + 1, "{\"type\":\"object\",\"title\":\"t\"}");
    Answer two = client.register(other + 2, "{ \"title\" : \"t\",\n \"type\" : \"object\" }");
    Answer three = client.register(other + 3, "{\"title\":\"u\",\"type\":\"object\"}");

    assertEquals(one.id(), two.id());
    assertNotEquals(one.id(), three.id());
    assertTrue(one.id() > 0);
  }
}
