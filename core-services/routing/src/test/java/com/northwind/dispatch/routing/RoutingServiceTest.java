package com.northwind.dispatch.routing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.TopicView;
import com.northwind.dispatch.routing.RunningService.Answer;
import com.northwind.dispatch.routing.itinerary.LoadEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingServiceTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final String load = "L-" + UUID.randomUUID();
  private final LoadEvents events = new LoadEvents(load);
  private final List<String> published = new CopyOnWriteArrayList<>();
  private final RunningService service;
  private final TopicView routes;

  RoutingServiceTest(TestDatabase database, LocalBroker broker) throws Exception {
    service = RunningService.start(broker, database, "routing-" + UUID.randomUUID());
    routes =
        TopicView.start(
            Topics.ROUTING_ROUTES,
            new KafkaSettings(broker.bootstrapServers(), "routing-test"),
            record -> published.add(new String(record.value(), StandardCharsets.UTF_8)));
  }

  @BeforeAll
  void waitUntilReady() {
    await().atMost(SOON).until(() -> service.readyStatus() == 200);
  }

  @AfterAll
  void close() {
    routes.close();
    service.close();
  }

  @Test
  void routesAnAssignedLoadAndRevokesItOnRequestOnce() throws Exception {
    // When: planning assigns a load
    service.publish(events.assigned(1));

    // Then: the route is published and shown
    await().atMost(SOON).until(() -> publishedAbout(load).size() == 1);
    assertTrue(publishedAbout(load).getFirst().contains(typeOfRouteAssigned()));
    Answer live = service.get("/v1/routes/" + load);
    assertEquals(200, live.status());
    assertEquals("LIVE", live.body().get("status").asText());
    assertEquals("EXACT", live.body().at("/route/proof").asText());
    assertEquals("S2", live.body().at("/route/stops/1/stopId").asText());

    // When: an operator revokes it, twice with one command
    String revoke =
        "{\"commandId\":\"" + load + "-1\",\"reason\":\"BREAKDOWN\",\"detail\":\"engine\"}";
    Answer revoked = service.post("/v1/routes/" + load + "/revoke", revoke);
    Answer repeated = service.post("/v1/routes/" + load + "/revoke", revoke);

    // Then: it is revoked once
    assertEquals(200, revoked.status());
    assertEquals("REVOKED", revoked.body().get("status").asText());
    assertEquals("anna", revoked.body().at("/revoked/actor").asText());
    assertEquals(revoked.body(), repeated.body());
    assertEquals(List.of("true"), repeated.headers().get("northwind-replayed"));
    await().atMost(SOON).until(() -> publishedAbout(load).size() == 2);

    // When: somebody wants it revoked again
    Answer again =
        service.post(
            "/v1/routes/" + load + "/revoke",
            "{\"commandId\":\"" + load + "-2\",\"reason\":\"OPERATOR\"}");

    // Then
    assertEquals(409, again.status());
    assertEquals("urn:northwind:problem:route-not-live", again.body().get("type").asText());
    assertTrue(again.body().get("detail").asText().contains("revoked by decision 2 already"));
  }

  @Test
  void answersProblemsThatNameTheField() throws Exception {
    Answer unknown = service.get("/v1/routes/L-nobody-knows");
    Answer malformed = service.post("/v1/routes/" + load + "/revoke", "{\"commandId\":");
    Answer reason =
        service.post("/v1/routes/L-x/revoke", "{\"commandId\":\"c\",\"reason\":\"WEATHER\"}");
    Answer nameless = service.post("/v1/routes/L-x/revoke", "{\"reason\":\"OPERATOR\"}");
    Answer never =
        service.post("/v1/routes/L-x/revoke", "{\"commandId\":\"c9\",\"reason\":\"OPERATOR\"}");

    assertEquals(404, unknown.status());
    assertEquals(400, malformed.status());
    assertEquals(422, reason.status());
    assertEquals("/reason", reason.body().get("pointer").asText());
    assertEquals("/commandId", nameless.body().get("pointer").asText());
    assertEquals(404, never.status());
    assertEquals("urn:northwind:problem:route-unknown", never.body().get("type").asText());
  }

  @Test
  void describesExactlyTheRoutesThatItServes() throws Exception {
    // Given
    Set<String> described = new TreeSet<>();
    String path = "";
    for (String line : service.text("/openapi.yaml").lines().toList()) {
      if (line.startsWith("  /")) {
        path = line.strip().replace(":", "");
      } else if (line.matches("    (get|put|post|delete|patch):")) {
        described.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
      }
    }

    // Then
    assertEquals(service.operations(), described);
  }

  private List<String> publishedAbout(String loadId) {
    return published.stream().filter(value -> value.contains(loadId)).toList();
  }

  private static String typeOfRouteAssigned() {
    return RouteAssigned.getDescriptor().getFullName();
  }
}
