package com.northwind.dispatch.contractbenchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks, each in JVMs of its own, and sets the two ways side by side.
final class Measurement {
  private static final String ALLOCATED_BYTES = "gc.alloc.rate.norm";

  /// Waits for compiled code instead of running on without it, as a busy machine may be long in
  /// compiling.
  private static final String WAIT_FOR_COMPILER = "-Xbatch";

  private static final String[] JVM_ARGUMENTS = {
    "--sun-misc-unsafe-memory-access=allow",
    "-XX:+UseSerialGC",
    "-Xms256m",
    "-Xmx256m",
    WAIT_FOR_COMPILER
  };

  private static final String SAMPLE = "sample";

  private final Map<String, Figures> figures = new HashMap<>();

  private Measurement(Collection<RunResult> results) {
    for (RunResult result : results) {
      figures.put(nameOf(result.getParams()), figuresOf(result));
    }
  }

  /// Takes about 90 seconds, or 30 when quick.
  static List<Comparison> run(boolean quick) throws RunnerException {
    Measurement measurement = new Measurement(new Runner(options(quick)).run());
    List<Comparison> comparisons = new ArrayList<>();
    for (SampleTelemetry sample : samples(quick)) {
      comparisons.addAll(
          measurement.comparisons(DataBenchmark.class, "/" + sample, sample.description()));
    }
    comparisons.addAll(measurement.comparisons(EnvelopeBenchmark.class, "", "whole event"));
    return List.copyOf(comparisons);
  }

  private static SampleTelemetry[] samples(boolean quick) {
    return quick ? new SampleTelemetry[] {SampleTelemetry.TYPICAL} : SampleTelemetry.values();
  }

  private static Options options(boolean quick) {
    return new OptionsBuilder()
        .include(DataBenchmark.class.getName())
        .include(EnvelopeBenchmark.class.getName())
        .param(
            SAMPLE, Arrays.stream(samples(quick)).map(SampleTelemetry::name).toArray(String[]::new))
        .forks(quick ? 1 : 2)
        .warmupIterations(5)
        .warmupTime(TimeValue.milliseconds(400))
        .measurementIterations(quick ? 4 : 8)
        .measurementTime(TimeValue.milliseconds(100))
        .addProfiler(GCProfiler.class)
        .addProfiler(ProcessorTimeProfiler.class)
        .jvmArgs(JVM_ARGUMENTS)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private List<Comparison> comparisons(Class<?> benchmark, String sample, String what) {
    String name = benchmark.getSimpleName();
    return List.of(
        new Comparison(
            "write, " + what,
            Goal.WRITE,
            figures(name + ".jsonFormatWrite" + sample),
            figures(name + ".fastWrite" + sample)),
        new Comparison(
            "read, " + what,
            Goal.READ,
            figures(name + ".jsonFormatRead" + sample),
            figures(name + ".fastRead" + sample)));
  }

  private Figures figures(String name) {
    return Objects.requireNonNull(figures.get(name), () -> "no benchmark " + name);
  }

  private static String nameOf(BenchmarkParams benchmark) {
    String full = benchmark.getBenchmark();
    int method = full.lastIndexOf('.');
    String name = full.substring(full.lastIndexOf('.', method - 1) + 1);
    return benchmark.getParamsKeys().contains(SAMPLE)
        ? name + "/" + benchmark.getParam(SAMPLE)
        : name;
  }

  private static Figures figuresOf(RunResult result) {
    double quickest = iterations(result, ProcessorTimeProfiler.NANOS).min().orElseThrow();
    double[] bytes = iterations(result, ALLOCATED_BYTES).sorted().toArray();
    return new Figures(quickest, bytes[bytes.length / 2]);
  }

  private static DoubleStream iterations(RunResult result, String figure) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .mapToDouble(iteration -> score(iteration, figure));
  }

  private static double score(IterationResult iteration, String figure) {
    Result<?> result = iteration.getSecondaryResults().get(figure);
    return Objects.requireNonNull(result, () -> "no figure " + figure).getScore();
  }
}
