package com.northwind.dispatch.localstack.demo;

import java.util.Locale;

/// The demo's state on one line, for logs and pipes.
final class OneLine {
  private OneLine() {}

  static String of(ProgressFeed feed, int restarts) {
    Progress now = feed.now();
    return String.format(
        Locale.ROOT,
        "%4.0f s %-10s  elds %d/%d  telemetry %.0f/s acked %d  tablets %d/%d  assignments %.0f/min"
            + "  received %d of %d accepted %d  action p50 %.1f p99 %.1f ms  to tablet p50 %.1f p99 %.1f ms"
            + "  lost %d%s",
        now.seconds(),
        now.phase(),
        now.count("elds", "connected"),
        now.count("elds", "units"),
        feed.perSecond("elds", "records_acked"),
        now.count("elds", "records_acked"),
        now.count("tablets", "connected"),
        now.count("tablets", "units"),
        feed.perMinute("pushes", "assigned"),
        now.count("pushes", "received"),
        now.count("pushes", "assigned"),
        now.count("pushes", "accepted"),
        now.latencyMs("dispatcher_action_ms", "p50"),
        now.latencyMs("dispatcher_action_ms", "p99"),
        now.latencyMs("assign_to_tablet_ms", "p50"),
        now.latencyMs("assign_to_tablet_ms", "p99"),
        now.count("pushes", "lost"),
        restarts == 0 ? "" : "  restarts " + restarts);
  }
}
