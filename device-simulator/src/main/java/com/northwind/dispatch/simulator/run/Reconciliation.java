package com.northwind.dispatch.simulator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.simulator.dispatcher.PlanningClient;
import com.northwind.dispatch.simulator.ledger.AssignmentKey;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Asks the planning about assignments that have not arrived: one it took back itself (no route was
/// feasible, the route was revoked) is not lost.
final class Reconciliation {
  private static final int MAX_QUESTIONS = 50;

  private final PlanningClient planning;
  private final AssignmentLedger ledger;
  private final Map<String, String> notes = new ConcurrentHashMap<>();

  Reconciliation(PlanningClient planning, AssignmentLedger ledger) {
    this.planning = planning;
    this.ledger = ledger;
  }

  /// Asks about what is undelivered or unaccepted now; the ledger learns from the answers.
  void ask() {
    List<AssignmentKey> undelivered = ledger.undelivered();
    undelivered.stream().limit(MAX_QUESTIONS).forEach(this::ask);
    ledger.unaccepted().stream().limit(MAX_QUESTIONS).forEach(this::ask);
  }

  private void ask(AssignmentKey key) {
    planning.get(
        "v1/loads/" + key.loadId(),
        "device-simulator",
        outcome -> {
          if (outcome instanceof PlanningClient.Answered answer && answer.status() == 200) {
            judge(key, answer.body());
          }
        });
  }

  private void judge(AssignmentKey key, JsonNode load) {
    String status = load.path("status").asText("");
    boolean isOpenAgain = status.equals("AVAILABLE") || status.equals("CANCELLED");
    if (isOpenAgain || load.path("assignmentNo").asInt() > key.assignmentNo()) {
      notes.put(key.toString(), status + ": " + load.path("note").asText("no reason given"));
      ledger.withdrawnByPlanning(key);
    }
  }

  /// What the planning said about the loads it took back, by assignment.
  Map<String, String> notes() {
    return new LinkedHashMap<>(notes);
  }
}
