package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StatusTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The demo's state as a screen of text, made anew each second.
final class Panel {
  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  /// Clears the screen once, before the first frame.
  static final String CLEAR_SCREEN = "\u001b[2J";

  private final Path root;
  private final Optional<Duration> duration;

  Panel(Path root, Optional<Duration> duration) {
    this.root = root;
    this.duration = duration;
  }

  /// One frame, drawn over the one before.
  String frame(ProgressFeed feed, StackState state, Path simulatorLog) {
    StringBuilder frame = new StringBuilder(HOME);
    for (String line : lines(feed, state, simulatorLog)) {
      frame.append(line).append(CLEAR_LINE).append('\n');
    }
    return frame.append(CLEAR_BELOW).toString();
  }

  private List<String> lines(ProgressFeed feed, StackState state, Path simulatorLog) {
    Progress now = feed.now();
    List<String> lines = new ArrayList<>();
    lines.add(
        BOLD + "Northwind Dispatch" + PLAIN + "   " + time(now) + "   Ctrl-C ends with a summary");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "ELDs        %,6d of %,d connected   telemetry %,8.1f /s    acknowledged %,d",
            now.count("elds", "connected"),
            now.count("elds", "units"),
            feed.perSecond("elds", "records_acked"),
            now.count("elds", "records_acked")));
    lines.add(
        String.format(
            Locale.ROOT,
            "tablets     %,6d of %,d connected   receipts  %,8.1f /s    sheets stored %,d",
            now.count("tablets", "connected"),
            now.count("tablets", "units"),
            feed.perSecond("tablets", "receipts_acked"),
            now.count("tablets", "sheets_stored")));
    lines.add(
        String.format(
            Locale.ROOT,
            "dispatchers %,6d at work            actions   %,8.1f /s    refused %,d, retried %,d",
            now.count("dispatchers", "units"),
            feed.perSecond("dispatchers", "done"),
            now.count("dispatchers", "refused"),
            now.count("dispatchers", "retries")));
    lines.add(
        String.format(
            Locale.ROOT,
            "assignments %,6.0f /min               assigned %,d, on the tablet %,d, accepted %,d",
            feed.perMinute("pushes", "assigned"),
            now.count("pushes", "assigned"),
            now.count("pushes", "received"),
            now.count("pushes", "accepted")));
    lines.add("");
    lines.add(latency(now, "dispatcher action ", "dispatcher_action_ms"));
    lines.add(latency(now, "assign to tablet  ", "assign_to_tablet_ms"));
    long lost = now.count("pushes", "lost") + now.count("elds", "records_dropped");
    lines.add(BOLD + (lost == 0 ? GREEN : RED) + "lost " + lost + PLAIN);
    lines.add("");
    lines.addAll(new StatusTable(state, root).rows());
    lines.add("%-24s logs to %s".formatted("device-simulator", root.relativize(simulatorLog)));
    return lines;
  }

  private String time(Progress now) {
    String of = duration.map(d -> " of " + d.toSeconds()).orElse("");
    return String.format(Locale.ROOT, "%s, %.0f%s s", now.phase(), now.seconds(), of);
  }

  private static String latency(Progress now, String what, String kind) {
    return String.format(
        Locale.ROOT,
        "%s  p50 %7.1f ms   p99 %7.1f ms   max %7.1f ms",
        what,
        now.latencyMs(kind, "p50"),
        now.latencyMs(kind, "p99"),
        now.latencyMs(kind, "max"));
  }
}
