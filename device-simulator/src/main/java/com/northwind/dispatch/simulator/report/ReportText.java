package com.northwind.dispatch.simulator.report;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import com.northwind.dispatch.simulator.dispatcher.DispatcherCounts;
import com.northwind.dispatch.simulator.eld.EldCounts;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.measure.Latency;
import com.northwind.dispatch.simulator.run.RunResult;
import com.northwind.dispatch.simulator.run.RunState;
import com.northwind.dispatch.simulator.tablet.TabletCounts;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The run's end on one screen, for people.
public final class ReportText {
  private ReportText() {}

  /// The summary, several lines without a final line break.
  public static String of(RunResult result) {
    RunState state = result.state();
    EldCounts elds = state.elds().counts();
    TabletCounts tablets = state.tablets().counts();
    DispatcherCounts dispatchers = state.office().counts();
    AssignmentLedger.Totals pushes = state.ledger().totals();
    StringBuilder text = new StringBuilder();
    line(
        text,
        "run %s, seed %d, %.1f s%s%s",
        state.runId(),
        state.settings().seed(),
        (result.endedUs() - state.startedUs()) / 1e6,
        state.restarts() > 0 ? ", resumed from its journal" : "",
        result.isStoppedEarly() ? ", stopped early" : "");
    line(
        text,
        "ELDs         %d of %d connected, %d records made, %d sent, %d acked, %d re-sent, %d dropped%s",
        result.eldsConnected(),
        state.elds().size(),
        elds.recordsMade.sum(),
        elds.recordsSent.sum(),
        elds.recordsAcked.sum(),
        elds.recordsResent.sum(),
        elds.recordsDropped.sum(),
        errors(elds.errors.counts()));
    line(
        text,
        "tablets      %d of %d connected, %d sessions, %d sheets, %d actions (%d acked, %d refused)%s",
        result.tabletsConnected(),
        state.tablets().size(),
        tablets.welcomes.sum(),
        tablets.sheetsStored.sum(),
        tablets.actionsMade.sum(),
        tablets.actionsAcked.sum(),
        tablets.actionsRefused.sum(),
        errors(tablets.errors.counts()));
    line(
        text,
        "dispatchers  %d actions done, %d refused, %d failed, %d retries, %d unanswered%s",
        dispatchers.done.sum(),
        dispatchers.refused.sum(),
        dispatchers.failed.sum(),
        dispatchers.retries.sum(),
        dispatchers.pending.get(),
        errors(dispatchers.errors.counts()));
    line(
        text,
        "assignments  %d assigned, %d received, %d accepted, %d completed, %d withdrawn, %d lost",
        pushes.assigned(),
        pushes.received(),
        pushes.accepted(),
        pushes.completed(),
        pushes.withdrawn(),
        pushes.undelivered());
    latency(text, "record to acknowledgement", elds.ackLatency);
    latency(text, "dispatcher action", dispatchers.latency);
    latency(text, "assign to tablet", state.ledger().assignToTablet());
    line(
        text,
        "simulator    %.2f cores, %d MB resident, event loops late by %.1f ms (p99)",
        state.self().cpuCores(),
        state.self().rssMb(),
        state.self().loopDelay().summary().p99());
    state.self().warnings().forEach(warning -> line(text, "warning      %s", warning));
    result.problems().forEach(problem -> line(text, "PROBLEM      %s", problem));
    text.append(result.problems().isEmpty() ? "everything arrived" : "not everything is well");
    return text.toString();
  }

  private static String errors(Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return "";
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", ", "; events: ", ""));
  }

  private static void latency(StringBuilder text, String what, Latency latency) {
    Latency.Summary summary = latency.summary();
    line(
        text,
        "%-26s n=%d p50 %.1f ms, p99 %.1f ms, max %.1f ms",
        what,
        summary.count(),
        summary.p50(),
        summary.p99(),
        summary.max());
  }

  @FormatMethod
  private static void line(StringBuilder text, @FormatString String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
