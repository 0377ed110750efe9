package com.northwind.dispatch.execution;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.execution.RunningService.Answer;
import com.northwind.dispatch.execution.stop.Trips;
import com.northwind.dispatch.execution.telemetry.Records;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.TopicView;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecutionServiceTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final String id = UUID.randomUUID().toString();
  private final List<String> published = new CopyOnWriteArrayList<>();
  private final RunningService service;
  private final List<TopicView> views;

  ExecutionServiceTest(TestDatabase database, LocalBroker broker) throws Exception {
    service = RunningService.start(broker, database, "execution-" + id);
    KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), "execution-test");
    views =
        List.of(Topics.DEVICE_DIRECTORY, Topics.EXECUTION_STOPS).stream()
            .map(
                topic ->
                    TopicView.start(
                        topic,
                        kafka,
                        record ->
                            published.add(new String(record.value(), StandardCharsets.UTF_8))))
            .toList();
  }

  @BeforeAll
  void waitUntilReady() {
    await().atMost(SOON).until(() -> service.readyStatus() == 200);
  }

  @AfterAll
  void close() {
    views.forEach(TopicView::close);
    service.close();
  }

  @Test
  void turnsTelemetryAndActionsIntoPositionAndProgress() throws Exception {
    // Given
    String vehicleId = "T-" + id;
    Trips load = new Trips("L-" + id, "D-" + id, vehicleId);
    Records truck = new Records(vehicleId);
    service.publish(Topics.ROUTING_ROUTES, load.routed(1, Duration.ZERO));
    await()
        .atMost(SOON)
        .until(() -> service.get("/v1/loads/L-" + id + "/progress").status() == 200);

    // When
    service.publish(Topics.ELD_TELEMETRY, truck.after(Duration.ofMinutes(1), Trips.DALLAS, 3));
    service.publish(Topics.ELD_TELEMETRY, truck.after(Duration.ofMinutes(2), Trips.DALLAS, 0));
    service.publish(Topics.TABLET_ACTIONS, load.loaded("S1", Duration.ofMinutes(30)));

    // Then
    await().atMost(SOON).until(() -> publishedWith("stop/L-" + id).size() == 2);
    Answer position = service.get("/v1/vehicles/" + vehicleId + "/position");
    assertEquals("2026-11-22T12:02:00Z", position.text("/fixTime"));
    Answer progress = service.get("/v1/loads/L-" + id + "/progress");
    assertEquals("DRIVING", progress.text("/status"));
    assertEquals("2026-11-22T12:01:00Z", progress.text("/stops/0/arrivedAt"));
    assertEquals("2026-11-22T12:30:00Z", progress.text("/stops/0/completedAt"));
    assertEquals("GEOFENCE", progress.text("/stops/0/evidence/0/source"));
  }

  @Test
  void registersDevicesAndPublishesOnlyWhatChanges() throws Exception {
    // Given
    String eld = "ELD-" + id;
    String body =
        """
        [{"deviceId":"%s","kind":"ELD","protocol":"teltonika","imei":"490154203237518","vehicleId":"T-9"},
         {"deviceId":"TAB-%s","kind":"TABLET"}]
        """
            .formatted(eld, id);

    // When
    Answer first = service.put("/v1/devices", body);
    Answer second = service.put("/v1/devices", body);
    Answer third = service.put("/v1/devices", body.replace("T-9", "T-10"));

    // Then
    assertEquals(2, first.body().get("changed").asInt());
    assertEquals(0, second.body().get("changed").asInt());
    assertEquals(1, third.body().get("changed").asInt());
    await().atMost(SOON).until(() -> publishedWith(eld).size() == 2);
    assertTrue(publishedWith(eld).getLast().contains("\"vehicleId\":\"T-10\""));
    Answer page = service.get("/v1/devices?limit=1&after=EL");
    assertEquals(eld, page.text("/devices/0/deviceId"));
    assertEquals("ACTIVE", page.text("/devices/0/status"));
    Answer rest = service.get("/v1/devices?limit=1&after=" + page.text("/next"));
    assertEquals("TAB-" + id, rest.text("/devices/0/deviceId"));
  }

  @Test
  void letsTwoDevicesSwapTheirImeisButNoThirdTakeOne() throws Exception {
    String a = eld("A-" + id, "350000000000014");
    String b = eld("B-" + id, "356307042441013");
    service.put("/v1/devices", "[" + a + "," + b + "]");

    Answer swapped =
        service.put(
            "/v1/devices",
            "["
                + eld("A-" + id, "356307042441013")
                + ","
                + eld("B-" + id, "350000000000014")
                + "]");
    Answer taken = service.put("/v1/devices", "[" + eld("C-" + id, "350000000000014") + "]");

    assertEquals(2, swapped.body().get("changed").asInt());
    assertEquals(422, taken.status());
    assertEquals("urn:northwind:problem:imei-taken", taken.text("/type"));
    assertEquals("/0/imei", taken.text("/pointer"));
    assertTrue(taken.text("/detail").contains("registered for device B-" + id));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[null]|/0",
        "[{\"kind\":\"ELD\"}]|/0/deviceId",
        "[{\"deviceId\":\"a b\",\"kind\":\"ELD\"}]|/0/deviceId",
        "[{\"deviceId\":\"E\",\"kind\":\"PHONE\"}]|/0/kind",
        "[{\"deviceId\":\"E\",\"kind\":\"ELD\",\"protocol\":\"telex\"}]|/0/protocol",
        "[{\"deviceId\":\"E\",\"kind\":\"ELD\",\"protocol\":\"teltonika\"}]|/0/imei",
        "[{\"deviceId\":\"E\",\"kind\":\"ELD\",\"protocol\":\"teltonika\",\"imei\":\"490154203237519\"}]|/0/imei",
        "[{\"deviceId\":\"T\",\"kind\":\"TABLET\",\"protocol\":\"teltonika\"}]|/0/protocol",
        "[{\"deviceId\":\"T\",\"kind\":\"TABLET\",\"status\":\"LOST\"}]|/0/status",
        "[{\"deviceId\":\"T\",\"kind\":\"TABLET\"},{\"deviceId\":\"T\",\"kind\":\"TABLET\"}]|/1/deviceId",
        "[{\"deviceId\":\"T\",\"kind\":\"TABLET\",\"color\":\"red\"}]|/0/color"
      })
  void refusesADeviceAndPointsAtTheField(String body, String pointer) throws Exception {
    Answer answer = service.put("/v1/devices", body);

    assertEquals(422, answer.status());
    assertEquals(pointer, answer.text("/pointer"));
  }

  @Test
  void answersProblemsForWhatItDoesNotKnow() throws Exception {
    assertEquals(400, service.put("/v1/devices", "[{").status());
    assertEquals(404, service.get("/v1/vehicles/T-nobody/position").status());
    assertEquals(404, service.get("/v1/loads/L-nobody/progress").status());
    assertEquals(400, service.get("/v1/devices?limit=0").status());
    assertEquals(200, service.get("/v1/clock-faults").status());
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

  private List<String> publishedWith(String text) {
    return published.stream().filter(value -> value.contains(text)).toList();
  }

  private static String eld(String deviceId, String imei) {
    return """
        {"deviceId":"%s","kind":"ELD","protocol":"teltonika","imei":"%s"}"""
        .formatted(deviceId, imei);
  }
}
