package com.northwind.dispatch.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A demo's end, as JSON for machines and as a few lines for people.
final class DemoReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> QUANTILES =
      List.of("count", "p50", "p90", "p99", "p999", "max");

  private final Outcome outcome;

  DemoReport(Outcome outcome) {
    this.outcome = outcome;
  }

  /// The whole report. The figures of `elds.records_on_topic`, `records_lost` and `duplicates_…`
  /// are counted on the topic, those of `pushes.in_database` and `receipts` in load planning's
  /// database, the others by devices, tablets and dispatchers.
  String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("verdict", outcome.problems().isEmpty() ? "everything arrived" : "failed");
    outcome.problems().forEach(root.putArray("problems")::add);
    root.put("ready_seconds", outcome.readySeconds());
    root.put("seconds", outcome.simulator().path("run").path("seconds").asDouble());
    elds(root.putObject("elds"));
    pushes(root.putObject("pushes"));
    latency(root, "dispatcher_action_ms");
    latency(root, "assign_to_tablet_ms");
    ObjectNode memory = root.putObject("rss_mb");
    memory.put("total", outcome.memoryMb().getOrDefault("total", 0L));
    outcome.memoryMb().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("total"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> memory.put(entry.getKey(), entry.getValue()));
    ObjectNode restarts = root.putObject("restarts");
    outcome.restarts().forEach(restarts::put);
    root.set("simulator", simulatorWithoutLists());
    return write(root);
  }

  /// The summary, line by line.
  List<String> text() {
    JsonNode simulator = outcome.simulator();
    JsonNode elds = simulator.path("elds");
    JsonNode pushes = simulator.path("pushes");
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "telemetry    %,d records sent, %,d acknowledged, %,d on the topic, %d lost, %d repeated, %d doubled",
            elds.path("records_sent").asLong(),
            elds.path("records_acked").asLong(),
            outcome.telemetry().onTopic(),
            outcome.telemetry().lost(),
            outcome.telemetry().repeated(),
            outcome.telemetry().twins()));
    lines.add(
        String.format(
            Locale.ROOT,
            "assignments  %,d confirmed, %,d in the database, %,d on tablets, %,d accepted, %,d taken back, %d lost",
            pushes.path("assigned").asLong(),
            outcome.delivery().assignments(),
            pushes.path("received").asLong(),
            pushes.path("accepted").asLong(),
            pushes.path("withdrawn").asLong(),
            outcome.assignmentsLost()));
    lines.add(
        String.format(
            Locale.ROOT,
            "receipts     %,d sheets stored on tablets",
            outcome.delivery().receipts()));
    lines.add(latencyText("dispatcher action", "dispatcher_action_ms"));
    lines.add(latencyText("assign to tablet", "assign_to_tablet_ms"));
    lines.add(
        String.format(
            Locale.ROOT,
            "ready after %.1f s; %,d MB resident in all",
            outcome.readySeconds(),
            outcome.memoryMb().getOrDefault("total", 0L)));
    outcome
        .restarts()
        .forEach(
            (process, times) -> lines.add("restarted    %s, %d times".formatted(process, times)));
    outcome.problems().forEach(problem -> lines.add("PROBLEM      " + problem));
    lines.add(
        outcome.problems().isEmpty() ? "Everything arrived: lost 0." : "Not everything is well.");
    return lines;
  }

  private void elds(ObjectNode node) {
    JsonNode elds = outcome.simulator().path("elds");
    node.put("connected", elds.path("connected").asLong());
    node.put("records_sent", elds.path("records_sent").asLong());
    node.put("records_acked", elds.path("records_acked").asLong());
    node.put("records_on_topic", outcome.telemetry().onTopic());
    node.put("records_lost", outcome.telemetry().lost());
    node.put("duplicates_on_topic", outcome.telemetry().repeated());
    node.put("duplicates_in_effect", outcome.telemetry().twins());
  }

  private void pushes(ObjectNode node) {
    JsonNode pushes = outcome.simulator().path("pushes");
    node.put("assigned", pushes.path("assigned").asLong());
    node.put("in_database", outcome.delivery().assignments());
    node.put("received", pushes.path("received").asLong());
    node.put("receipts", outcome.delivery().receipts());
    node.put("accepted", pushes.path("accepted").asLong());
    node.put("withdrawn", pushes.path("withdrawn").asLong());
    node.put("lost", outcome.assignmentsLost());
  }

  private void latency(ObjectNode root, String kind) {
    ObjectNode node = root.putObject(kind);
    JsonNode measured = outcome.simulator().path(kind);
    QUANTILES.forEach(quantile -> node.set(quantile, measured.path(quantile).deepCopy()));
  }

  /// The simulator's report without the sequence numbers of every record.
  private ObjectNode simulatorWithoutLists() {
    ObjectNode copy =
        outcome.simulator() instanceof ObjectNode object
            ? object.deepCopy()
            : JSON.createObjectNode();
    if (copy.path("elds") instanceof ObjectNode elds) {
      elds.remove("acked");
    }
    return copy;
  }

  private String latencyText(String what, String kind) {
    JsonNode measured = outcome.simulator().path(kind);
    return String.format(
        Locale.ROOT,
        "%-17s p50 %.1f ms, p99 %.1f ms, max %.1f ms (%,d)",
        what,
        measured.path("p50").asDouble(),
        measured.path("p99").asDouble(),
        measured.path("max").asDouble(),
        measured.path("count").asLong());
  }

  private static String write(ObjectNode root) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report cannot be written as JSON", e);
    }
  }
}
