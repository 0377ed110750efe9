package com.northwind.dispatch.contractbenchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// Adds to each iteration the time that the measuring thread had a processor, for each operation.
/// By the clock on the wall a machine with other work would be part of the figure.
public final class ProcessorTimeProfiler implements InternalProfiler {
  /// Name of the figure among an iteration's secondary results.
  static final String NANOS = "processor.time";

  /// Part of the name that JMH gives to threads that measure.
  private static final String MEASURING = "jmh-worker";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long before;

  @Override
  public String getDescription() {
    return "processor time of the measuring threads";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = measuredNanos();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double nanos = measuredNanos() - before;
    return List.of(
        new ScalarResult(
            NANOS, nanos / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG));
  }

  private long measuredNanos() {
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo thread = threads.getThreadInfo(id);
      if (thread != null && thread.getThreadName().contains(MEASURING)) {
        nanos += Math.max(threads.getThreadCpuTime(id), 0);
      }
    }
    return nanos;
  }
}
