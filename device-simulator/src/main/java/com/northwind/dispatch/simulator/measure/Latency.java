package com.northwind.dispatch.simulator.measure;

import org.HdrHistogram.Histogram;

/// Samples of one latency, and their percentiles. Safe to use from any thread.
///
/// Exact to three digits, up to one hour; a longer sample counts as one hour.
public final class Latency {
  private static final long HIGHEST_US = 3_600_000_000L;

  private final Histogram microseconds = new Histogram(HIGHEST_US, 3);

  /// Adds one sample. A negative one (two clocks disagreed) counts as 0.
  public synchronized void recordUs(long us) {
    microseconds.recordValue(Math.clamp(us, 0, HIGHEST_US));
  }

  /// What the samples say so far.
  public synchronized Summary summary() {
    long count = microseconds.getTotalCount();
    if (count == 0) {
      return new Summary(0, 0, 0, 0, 0, 0);
    }
    return new Summary(
        count,
        ms(microseconds.getValueAtPercentile(50)),
        ms(microseconds.getValueAtPercentile(90)),
        ms(microseconds.getValueAtPercentile(99)),
        ms(microseconds.getValueAtPercentile(99.9)),
        ms(microseconds.getMaxValue()));
  }

  private static double ms(long us) {
    return us / 1000.0;
  }

  /// Percentiles in milliseconds; all 0 without samples.
  public record Summary(long count, double p50, double p90, double p99, double p999, double max) {}
}
