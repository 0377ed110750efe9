package com.northwind.dispatch.simulator.dispatcher;

import com.northwind.dispatch.simulator.measure.Latency;
import com.northwind.dispatch.simulator.measure.Tally;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What all dispatchers together did. Written by every dispatcher, read by the report.
///
/// Latencies run from the moment an action was due to its answer, so a stall counts for every
/// action that was due while it lasted (no coordinated omission).
public final class DispatcherCounts {
  /// Actions begun and not answered yet.
  public final AtomicInteger pending = new AtomicInteger();

  /// Actions answered with success.
  public final LongAdder done = new LongAdder();

  /// Actions answered with a refusal that fits the state of things (404, 409).
  public final LongAdder refused = new LongAdder();

  /// Actions answered with an error that should not be (400, 422 and the like).
  public final LongAdder failed = new LongAdder();

  /// Attempts beyond the first.
  public final LongAdder retries = new LongAdder();

  /// Loads entered.
  public final LongAdder loadsCreated = new LongAdder();

  /// All actions.
  public final Latency latency = new Latency();

  /// What went wrong, by kind.
  public final Tally errors = new Tally();

  private final Map<Act, Latency> latencyByAct = new EnumMap<>(Act.class);

  DispatcherCounts() {
    for (Act act : Act.values()) {
      latencyByAct.put(act, new Latency());
    }
  }

  void answered(Act act, int status, long latencyUs) {
    latency.recordUs(latencyUs);
    Latency ofAct = latencyByAct.get(act);
    if (ofAct != null) {
      ofAct.recordUs(latencyUs);
    }
    String name = act.name().toLowerCase(Locale.ROOT);
    if (status < 300) {
      done.increment();
      if (act == Act.CREATE) {
        loadsCreated.increment();
      }
    } else if (status == 404 || status == 409) {
      refused.increment();
      errors.add(name + "-refused-" + status);
    } else {
      failed.increment();
      errors.add(name + "-http-" + status);
    }
  }

  /// Latencies by what was done.
  public Map<String, Latency.Summary> latencyByAct() {
    Map<String, Latency.Summary> summaries = new LinkedHashMap<>();
    latencyByAct.forEach(
        (act, samples) -> summaries.put(act.name().toLowerCase(Locale.ROOT), samples.summary()));
    return summaries;
  }
}
