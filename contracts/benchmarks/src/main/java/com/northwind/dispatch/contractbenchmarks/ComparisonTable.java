package com.northwind.dispatch.contractbenchmarks;

import java.util.List;
import java.util.Locale;

/// The comparisons as a table for people.
public final class ComparisonTable {
  private ComparisonTable() {}

  /// Lines, each with its end.
  public static String of(List<Comparison> comparisons) {
    StringBuilder table = new StringBuilder();
    table.append(row("", "JsonFormat", "", "fast", "", "throughput", "bytes"));
    table.append(row("operation", "ns/op", "B/op", "ns/op", "B/op", "(goal)", "(goal)"));
    for (Comparison comparison : comparisons) {
      table.append(
          row(
              comparison.operation(),
              whole(comparison.jsonFormat().nanos()),
              whole(comparison.jsonFormat().bytes()),
              whole(comparison.fast().nanos()),
              whole(comparison.fast().bytes()),
              throughput(comparison),
              bytes(comparison)));
    }
    return table.toString();
  }

  private static String throughput(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%.1f x (>= %.0f x %s)",
        comparison.speedup(),
        comparison.goal().speedup(),
        met(comparison.meetsSpeedup()));
  }

  private static String bytes(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "1/%.1f (<= 1/%.0f %s)",
        1 / comparison.bytesShare(),
        1 / comparison.goal().bytesShare(),
        met(comparison.meetsBytes()));
  }

  private static String met(boolean met) {
    return met ? "met" : "not met";
  }

  private static String whole(double value) {
    return Long.toString(Math.round(value));
  }

  private static String row(String... cells) {
    return String.format("%-20s  %10s %8s  %8s %8s  %-22s  %-22s", (Object[]) cells).stripTrailing()
        + System.lineSeparator();
  }
}
