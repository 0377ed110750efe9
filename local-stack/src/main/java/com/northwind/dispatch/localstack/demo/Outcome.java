package com.northwind.dispatch.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything that is known when a demo is over.
///
/// @param readySeconds how long the system took to serve
/// @param simulator the simulator's own report
/// @param simulatorProblem why there is no such report; empty when there is one
/// @param telemetry the topic against the devices
/// @param delivery load planning's database
/// @param memoryMb most memory held at once, by process and in all
/// @param restarts how often each process that died was started again
record Outcome(
    double readySeconds,
    JsonNode simulator,
    String simulatorProblem,
    TelemetryCheck.Findings telemetry,
    DeliveryCheck.Findings delivery,
    Map<String, Long> memoryMb,
    Map<String, Integer> restarts) {

  Outcome {
    memoryMb = Map.copyOf(memoryMb);
    restarts = Map.copyOf(restarts);
  }

  /// Assignments that never reached a tablet, by the tablets or by the database, whichever is
  /// worse.
  long assignmentsLost() {
    return Math.max(simulator.path("pushes").path("lost").asLong(), delivery.undelivered().size());
  }

  /// What is wrong, each in one sentence; empty when nothing is.
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!simulatorProblem.isEmpty()) {
      problems.add(simulatorProblem);
    }
    simulator.path("run").path("problems").forEach(p -> problems.add("simulator: " + p.asText()));
    if (telemetry.lost() > 0) {
      problems.add(
          "%d acknowledged records are not on eld.telemetry, such as %s"
              .formatted(telemetry.lost(), telemetry.examples()));
    }
    if (telemetry.twins() > 0) {
      problems.add(
          "%d records are on eld.telemetry under two event ids".formatted(telemetry.twins()));
    }
    if (telemetry.unreadable() > 0) {
      problems.add("%d records of eld.telemetry are no events".formatted(telemetry.unreadable()));
    }
    if (!delivery.undelivered().isEmpty()) {
      problems.add(
          "%d assigned loads are not on their drivers' tablets: %s"
              .formatted(delivery.undelivered().size(), delivery.undelivered()));
    }
    assignmentsProblem(problems);
    return problems;
  }

  private void assignmentsProblem(List<String> problems) {
    long confirmed = simulator.path("pushes").path("assigned").asLong();
    JsonNode dispatchers = simulator.path("dispatchers");
    boolean isCertain =
        dispatchers.path("pending").asLong() == 0 && dispatchers.path("failed").asLong() == 0;
    boolean isRight =
        isCertain ? delivery.assignments() == confirmed : delivery.assignments() >= confirmed;
    if (!isRight) {
      problems.add(
          "dispatchers were confirmed %d assignments, the database holds %d"
              .formatted(confirmed, delivery.assignments()));
    }
  }
}
