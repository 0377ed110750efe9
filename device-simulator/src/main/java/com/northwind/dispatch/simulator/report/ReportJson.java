package com.northwind.dispatch.simulator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.simulator.dispatcher.DispatcherCounts;
import com.northwind.dispatch.simulator.eld.EldCounts;
import com.northwind.dispatch.simulator.ledger.AssignmentKey;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.measure.Latency;
import com.northwind.dispatch.simulator.run.Phase;
import com.northwind.dispatch.simulator.run.PlanHash;
import com.northwind.dispatch.simulator.run.RunResult;
import com.northwind.dispatch.simulator.run.RunState;
import com.northwind.dispatch.simulator.tablet.TabletCounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The run in JSON: a short line while it lasts, and the whole at its end.
public final class ReportJson {
  private final JsonMapper mapper = JsonMapper.builder().build();

  /// One line for the moment: phase, counts and latencies so far.
  public String progressLine(Phase phase, long sinceUs, RunState state) {
    ObjectNode root = mapper.createObjectNode();
    root.put("t", Math.round(sinceUs / 1e5) / 10.0);
    root.put("phase", phase.name().toLowerCase(Locale.ROOT));
    elds(root.putObject("elds"), state);
    tablets(root.putObject("tablets"), state);
    pushes(root.putObject("pushes"), state.ledger().totals(), phase);
    actions(root.putObject("dispatchers"), state);
    latency(root, "dispatcher_action_ms", state.office().counts().latency);
    latency(root, "assign_to_tablet_ms", state.ledger().assignToTablet());
    return write(root, false);
  }

  /// The whole report.
  public String report(RunResult result) {
    RunState state = result.state();
    ObjectNode root = mapper.createObjectNode();
    run(root, result);
    ObjectNode elds = root.putObject("elds");
    elds(elds, state);
    elds.put("connected", result.eldsConnected());
    EldCounts eldCounts = state.elds().counts();
    latency(elds, "record_ack_ms", eldCounts.ackLatency);
    counts(elds, "errors", eldCounts.errors.counts());
    ObjectNode acked = elds.putObject("acked");
    state
        .elds()
        .acked()
        .forEach((device, ranges) -> acked.putObject(device).putPOJO("ranges", ranges.toList()));

    ObjectNode tablets = root.putObject("tablets");
    tablets(tablets, state);
    tablets.put("connected", result.tabletsConnected());
    TabletCounts tabletCounts = state.tablets().counts();
    counts(tablets, "actions", tabletCounts.actions.counts());
    latency(tablets, "action_ack_ms", tabletCounts.actionAckLatency);
    counts(tablets, "errors", tabletCounts.errors.counts());

    ObjectNode pushes = root.putObject("pushes");
    AssignmentLedger ledger = state.ledger();
    pushes(pushes, ledger.totals(), Phase.ENDED);
    keys(pushes, "undelivered", ledger.undelivered());
    keys(pushes, "unaccepted", ledger.unaccepted());
    keys(pushes, "stale", ledger.stale());
    keys(pushes, "uncompleted", ledger.uncompleted());
    ArrayNode behind = pushes.putArray("sheets_behind");
    result.sheets().behind().forEach(behind::add);
    ObjectNode takenBack = pushes.putObject("taken_back_by_planning");
    result.takenBack().forEach(takenBack::put);

    ObjectNode dispatchers = root.putObject("dispatchers");
    actions(dispatchers, state);
    DispatcherCounts dispatcherCounts = state.office().counts();
    ObjectNode byAction = dispatchers.putObject("action_ms");
    dispatcherCounts.latencyByAct().forEach((act, summary) -> summary(byAction, act, summary));
    counts(dispatchers, "errors", dispatcherCounts.errors.counts());

    latency(root, "dispatcher_action_ms", dispatcherCounts.latency);
    latency(root, "assign_to_tablet_ms", ledger.assignToTablet());
    self(root.putObject("simulator"), state);
    return write(root, true);
  }

  private void run(ObjectNode root, RunResult result) {
    RunState state = result.state();
    ObjectNode run = root.putObject("run");
    run.put("id", state.runId());
    run.put("seed", state.settings().seed());
    run.put("plan_hash", PlanHash.of(state.settings()));
    run.put("arguments", state.settings().arguments());
    run.put("started", Instant.EPOCH.plus(state.startedUs(), ChronoUnit.MICROS).toString());
    run.put("seconds", (result.endedUs() - state.startedUs()) / 1e6);
    run.put("resumed", state.restarts() > 0);
    run.put("stopped_early", result.isStoppedEarly());
    run.put("exit_code", result.exit().code());
    run.put("verdict", result.exit().name().toLowerCase(Locale.ROOT));
    ArrayNode problems = run.putArray("problems");
    result.problems().forEach(problems::add);
  }

  private static void elds(ObjectNode node, RunState state) {
    EldCounts counts = state.elds().counts();
    node.put("units", state.elds().size());
    node.put("connected", counts.connected.get());
    node.put("logins", counts.logins.sum());
    node.put("records_made", counts.recordsMade.sum());
    node.put("records_sent", counts.recordsSent.sum());
    node.put("records_acked", counts.recordsAcked.sum());
    node.put("records_queued", state.elds().recordsQueued());
    node.put("records_resent", counts.recordsResent.sum());
    node.put("records_dropped", counts.recordsDropped.sum());
  }

  private static void tablets(ObjectNode node, RunState state) {
    TabletCounts counts = state.tablets().counts();
    node.put("units", state.tablets().size());
    node.put("connected", counts.connected.get());
    node.put("sessions", counts.welcomes.sum());
    node.put("sheets_stored", counts.sheetsStored.sum());
    node.put("sheets_repeated", counts.sheetsRepeated.sum());
    node.put("sheets_outdated", counts.sheetsOutdated.sum());
    node.put("receipts_made", counts.receiptsMade.sum());
    node.put("receipts_acked", counts.receiptsAcked.sum());
    node.put("actions_made", counts.actionsMade.sum());
    node.put("actions_acked", counts.actionsAcked.sum());
    node.put("actions_refused", counts.actionsRefused.sum());
  }

  /// While the run lasts an assignment that has not arrived is on its way; at its end it is lost.
  private static void pushes(ObjectNode node, AssignmentLedger.Totals totals, Phase phase) {
    boolean isOver = phase == Phase.ENDED;
    node.put("assigned", totals.assigned());
    node.put("received", totals.received());
    node.put("accepted", totals.accepted());
    node.put("completed", totals.completed());
    node.put("withdrawn", totals.withdrawn());
    node.put("on_the_way", isOver ? 0 : totals.undelivered());
    node.put("lost", isOver ? totals.undelivered() : 0);
  }

  private static void actions(ObjectNode node, RunState state) {
    DispatcherCounts counts = state.office().counts();
    node.put("units", state.office().size());
    node.put("done", counts.done.sum());
    node.put("refused", counts.refused.sum());
    node.put("failed", counts.failed.sum());
    node.put("retries", counts.retries.sum());
    node.put("pending", counts.pending.get());
    node.put("loads_created", counts.loadsCreated.sum());
  }

  private static void self(ObjectNode node, RunState state) {
    node.put("cpu_cores", Math.round(state.self().cpuCores() * 1000) / 1000.0);
    node.put("rss_mb", state.self().rssMb());
    latency(node, "loop_delay_ms", state.self().loopDelay());
    ArrayNode warnings = node.putArray("warnings");
    state.self().warnings().forEach(warnings::add);
    ArrayNode faults = node.putArray("faults");
    state.self().faults().forEach(faults::add);
  }

  private static void latency(ObjectNode parent, String name, Latency latency) {
    summary(parent, name, latency.summary());
  }

  private static void summary(ObjectNode parent, String name, Latency.Summary summary) {
    ObjectNode node = parent.putObject(name);
    node.put("count", summary.count());
    node.put("p50", summary.p50());
    node.put("p90", summary.p90());
    node.put("p99", summary.p99());
    node.put("p999", summary.p999());
    node.put("max", summary.max());
  }

  private static void counts(ObjectNode parent, String name, Map<String, Long> counts) {
    ObjectNode node = parent.putObject(name);
    counts.forEach(node::put);
  }

  private static void keys(ObjectNode parent, String name, List<AssignmentKey> keys) {
    ArrayNode node = parent.putArray(name);
    keys.forEach(key -> node.add(key.toString()));
  }

  private String write(ObjectNode root, boolean isPretty) {
    try {
      return isPretty
          ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root)
          : mapper.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that cannot be written", e);
    }
  }
}
