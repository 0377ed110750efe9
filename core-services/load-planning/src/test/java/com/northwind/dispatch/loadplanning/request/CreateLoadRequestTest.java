package com.northwind.dispatch.loadplanning.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.loadplanning.load.Freight;
import com.northwind.dispatch.processkit.http.Json;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateLoadRequestTest {
  private static final String GOOD =
      """
      {"commandId":"c1","reference":"PO 1","stops":[
        {"stopId":"S1","kind":"PICKUP","locationName":"Dallas","latitudeDeg":32.8,"longitudeDeg":-96.8,
         "serviceMin":30,"consignmentIds":["C1","C2"]},
        {"stopId":"S2","kind":"DELIVERY","locationName":"Memphis","latitudeDeg":35.1,"longitudeDeg":-90.0,
         "windowStart":"2026-11-23T08:00:00Z","windowEnd":"2026-11-23T16:00:00Z","consignmentIds":["C1"]},
        {"stopId":"S3","kind":"DELIVERY","locationName":"Nashville","latitudeDeg":36.2,"longitudeDeg":-86.8,
         "consignmentIds":["C2"]}]}
      """;

  @Test
  void readsALoad() {
    Freight freight = read(GOOD);

    assertEquals("L-made", freight.load().value());
    assertEquals(3, freight.stops().size());
    assertEquals(30, freight.stops().getFirst().serviceMin());
    assertEquals(0, freight.stops().get(1).serviceMin());
  }

  /// One change to a good request, and the field the answer points at.
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "S2","kind":"DELIVERY" | "S1","kind":"DELIVERY" | duplicate-stop-id | /stops/1/stopId
          "windowEnd":"2026-11-23T16 | "windowEnd":"2026-11-22T16 | window-ends-before-it-starts | /stops/1/windowEnd
          "consignmentIds":["C1"] | "consignmentIds":["C9"] | consignment-never-picked-up | /stops/1/consignmentIds/0
          "consignmentIds":["C1"] | "consignmentIds":["C2"] | consignment-delivered-twice | /stops/2/consignmentIds/0
          "latitudeDeg":32.8 | "latitudeDeg":90.1 | coordinate-out-of-range | /stops/0/latitudeDeg
          "latitudeDeg":32.8 | "latitudeDeg":"NaN" | coordinate-out-of-range | /stops/0/latitudeDeg
          "longitudeDeg":-90.0 | "longitudeDeg":-180.5 | coordinate-out-of-range | /stops/1/longitudeDeg
          "latitudeDeg":32.8, | '' | field-missing | /stops/0/latitudeDeg
          "kind":"PICKUP", | '' | field-missing | /stops/0/kind
          "kind":"PICKUP" | "kind":"PICK UP" | field-does-not-fit | /stops/0/kind
          "serviceMin":30 | "serviceMin":-1 | service-time-out-of-range | /stops/0/serviceMin
          "serviceMin":30 | "serviceMin":2.5 | field-does-not-fit | /stops/0/serviceMin
          "locationName":"Dallas" | "locationName":" " | field-missing | /stops/0/locationName
          "stopId":"S1" | "stopId":"S 1" | id-malformed | /stops/0/stopId
          "reference":"PO 1", | '' | field-missing | /reference
          "reference":"PO 1" | "reference":"PO 1","weight":1 | field-does-not-fit | /weight
          "reference":"PO 1" | "reference":"PO 1","loadId":"a/b" | id-malformed | /loadId
          "S1","kind":"PICKUP" | "S1","kind":"DELIVERY" | consignment-never-picked-up | /stops/0/consignmentIds/0
          "windowStart":"2026-11-23T08 | "windowStart":"1970-11-23T08 | time-out-of-range | /stops/1/windowStart
          "locationName":"Dallas" | "locationName":"Dal\\u0000las" | text-malformed | /stops/0/locationName
          "windowStart":"2026-11-23T08:00:00Z" | "windowStart":"monday" | field-does-not-fit | /stops/1/windowStart
          """)
  void saysWhatIsWrongAndWhere(String from, String to, String kind, String pointer) {
    assertTrue(GOOD.contains(from), "the request holds " + from);
    Problem problem = problem(GOOD.replace(from, to));

    assertEquals("urn:northwind:problem:" + kind, problem.type());
    assertEquals(pointer, problem.pointer());
    assertEquals(422, problem.status());
  }

  @Test
  void aDeliveryBeforeItsPickUpIsRefused() {
    Problem problem =
        problem(
            """
            {"commandId":"c1","reference":"PO 1","stops":[
              {"stopId":"S1","kind":"DELIVERY","locationName":"A","latitudeDeg":1,"longitudeDeg":1,"consignmentIds":["C1"]},
              {"stopId":"S2","kind":"PICKUP","locationName":"B","latitudeDeg":1,"longitudeDeg":1,"consignmentIds":["C1"]}]}
            """);

    assertEquals("urn:northwind:problem:delivery-before-pickup", problem.type());
    assertEquals("/stops/0/consignmentIds/0", problem.pointer());
    assertEquals(
        "Stop S1 delivers consignment 'C1', which is picked up only at stop number 2.",
        problem.detail());
  }

  @Test
  void fewerThanTwoStopsAreRefused() {
    assertEquals(
        "urn:northwind:problem:too-few-stops",
        problem("{\"commandId\":\"c1\",\"reference\":\"PO\",\"stops\":[]}").type());
    assertEquals(
        "urn:northwind:problem:field-missing",
        problem("{\"commandId\":\"c1\",\"reference\":\"PO\"}").type());
  }

  @Test
  void brokenJsonIsRefusedWithItsPlace() {
    Problem problem = problem("{\"commandId\":");

    assertEquals(400, problem.status());
    assertTrue(problem.detail().contains("line 1"), problem.detail());
  }

  private static Freight read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), CreateLoadRequest.class)
        .toFreight(() -> "L-made");
  }

  private static Problem problem(String json) {
    return assertThrows(ProblemException.class, () -> read(json)).problem();
  }
}
