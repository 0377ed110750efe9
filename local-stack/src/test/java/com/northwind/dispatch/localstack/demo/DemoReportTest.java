package com.northwind.dispatch.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoReportTest {
  private static final TelemetryCheck.Findings ALL_THERE =
      new TelemetryCheck.Findings(10, 0, 1, 0, 0, List.of());
  private static final DeliveryCheck.Findings ALL_DELIVERED =
      new DeliveryCheck.Findings(4, 6, List.of());
  private static final String SIMULATOR =
      """
      {"run": {"seconds": 61.5, "problems": []},
       "elds": {"connected": 2, "records_sent": 11, "records_acked": 10,
                "acked": {"ELD-0001": {"ranges": [[1, 4], [6, 7]]},
                          "ELD-0002": {"ranges": [[1, 4]]}}},
       "pushes": {"assigned": 4, "received": 4, "accepted": 3, "withdrawn": 1, "lost": 0},
       "dispatchers": {"pending": 0, "failed": 0},
       "dispatcher_action_ms": {"count": 9, "p50": 5.5, "p90": 7, "p99": 9, "p999": 9, "max": 9},
       "assign_to_tablet_ms": {"count": 4, "p50": 20, "p90": 22, "p99": 25, "p999": 25, "max": 25}}
      """;

  @Test
  void theReportHasEveryFigureThatIsAskedFor() throws Exception {
    JsonNode report = report(outcome(SIMULATOR, ALL_THERE, ALL_DELIVERED));

    assertEquals("everything arrived", report.path("verdict").asText());
    assertEquals(12.5, report.path("ready_seconds").asDouble());
    assertEquals(2, report.at("/elds/connected").asInt());
    assertEquals(11, report.at("/elds/records_sent").asInt());
    assertEquals(10, report.at("/elds/records_acked").asInt());
    assertEquals(10, report.at("/elds/records_on_topic").asInt());
    assertEquals(0, report.at("/elds/records_lost").asInt());
    assertEquals(1, report.at("/elds/duplicates_on_topic").asInt());
    assertEquals(4, report.at("/pushes/assigned").asInt());
    assertEquals(4, report.at("/pushes/received").asInt());
    assertEquals(3, report.at("/pushes/accepted").asInt());
    assertEquals(0, report.at("/pushes/lost").asInt());
    assertEquals(5.5, report.at("/dispatcher_action_ms/p50").asDouble());
    assertEquals(25, report.at("/assign_to_tablet_ms/max").asDouble());
    assertEquals(300, report.at("/rss_mb/total").asInt());
    assertEquals(200, report.at("/rss_mb/kafka").asInt());
    assertTrue(report.at("/simulator/elds/acked").isMissingNode());
  }

  @Test
  void lostTelemetryIsAProblem() {
    Outcome outcome =
        outcome(
            SIMULATOR,
            new TelemetryCheck.Findings(9, 1, 0, 0, 0, List.of("ELD-0001#6")),
            ALL_DELIVERED);

    assertEquals(1, outcome.problems().size());
    assertTrue(outcome.problems().getFirst().contains("ELD-0001#6"));
    assertTrue(new DemoReport(outcome).text().getLast().startsWith("Not everything"));
  }

  @Test
  void telemetryUnderTwoIdsIsAProblem() {
    Outcome outcome =
        outcome(SIMULATOR, new TelemetryCheck.Findings(10, 0, 0, 2, 0, List.of()), ALL_DELIVERED);

    assertEquals(1, outcome.problems().size());
  }

  @Test
  void anUndeliveredLoadCountsAsLostEvenIfTheSimulatorSawNothing() {
    Outcome outcome =
        outcome(SIMULATOR, ALL_THERE, new DeliveryCheck.Findings(4, 5, List.of("D-0001 load L-2")));

    assertEquals(1, outcome.assignmentsLost());
    assertEquals(1, outcome.problems().size());
  }

  @Test
  void anAssignmentThatWasMadeTwiceForOneConfirmationIsAProblem() {
    Outcome outcome = outcome(SIMULATOR, ALL_THERE, new DeliveryCheck.Findings(5, 6, List.of()));

    assertTrue(outcome.problems().getFirst().contains("confirmed 4 assignments"));
  }

  @Test
  void anUnansweredRequestMayHaveMadeAnAssignmentNobodyKnowsOf() {
    Outcome outcome =
        outcome(
            SIMULATOR.replace("\"pending\": 0", "\"pending\": 1"),
            ALL_THERE,
            new DeliveryCheck.Findings(5, 6, List.of()));

    assertEquals(List.of(), outcome.problems());
  }

  @Test
  void aSimulatorWithoutAReportIsAProblem() {
    Outcome outcome =
        new Outcome(
            1.0,
            MissingNode.getInstance(),
            "the simulator ended without a report",
            new TelemetryCheck.Findings(0, 0, 0, 0, 0, List.of()),
            new DeliveryCheck.Findings(0, 0, List.of()),
            Map.of(),
            Map.of());

    assertEquals(List.of("the simulator ended without a report"), outcome.problems());
    assertTrue(new DemoReport(outcome).json().contains("\"verdict\" : \"failed\""));
  }

  @Test
  void acknowledgedSequencesAreReadAsRanges() throws Exception {
    AckedRecords acked = AckedRecords.ofReport(new ObjectMapper().readTree(SIMULATOR));

    assertEquals(10, acked.count());
    assertEquals(
        List.of(new AckedRecords.Range(1, 4), new AckedRecords.Range(6, 7)),
        acked.byDevice().get("ELD-0001"));
  }

  private static JsonNode report(Outcome outcome) throws Exception {
    return new ObjectMapper().readTree(new DemoReport(outcome).json());
  }

  private static Outcome outcome(
      String simulator, TelemetryCheck.Findings telemetry, DeliveryCheck.Findings delivery) {
    try {
      return new Outcome(
          12.5,
          new ObjectMapper().readTree(simulator),
          "",
          telemetry,
          delivery,
          Map.of("total", 300L, "kafka", 200L),
          Map.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(simulator, e);
    }
  }
}
