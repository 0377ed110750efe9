package com.northwind.dispatch.contractbenchmarks;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks, each in JVMs of its own.
final class Measurement {
  private static final String ALLOCATED_BYTES = "gc.alloc.rate.norm";

  private Measurement() {}

  /// Takes about 90 seconds, or 20 when quick.
  static List<Comparison> run(boolean quick) throws RunnerException {
    Results results = new Results(new Runner(options(quick).build()).run());
    return Stream.of(
            results.compare("DataBenchmark", SampleTelemetry.TYPICAL, "telemetry, 20 values"),
            results.compare("DataBenchmark", SampleTelemetry.FULL, "telemetry, every field"),
            results.compare("EnvelopeBenchmark", null, "event, 20 values"))
        .flatMap(List::stream)
        .toList();
  }
}
