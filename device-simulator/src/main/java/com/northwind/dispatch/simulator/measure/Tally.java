package com.northwind.dispatch.simulator.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts things by kind, e.g. errors. Safe to use from any thread.
///
/// Kinds come from a small fixed vocabulary (`connect-refused`, `http-503`); so that a hostile
/// server cannot grow it, everything past the first 200 kinds counts as `other`.
public final class Tally {
  private static final int MAX_KINDS = 200;

  private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  /// Counts one of `kind`.
  public void add(String kind) {
    String counted = counts.containsKey(kind) || counts.size() < MAX_KINDS ? kind : "other";
    counts.computeIfAbsent(counted, _ -> new LongAdder()).increment();
  }

  /// How many of `kind` there were.
  public long count(String kind) {
    LongAdder count = counts.get(kind);
    return count == null ? 0 : count.sum();
  }

  /// All counts, by kind in alphabetical order.
  public Map<String, Long> counts() {
    Map<String, Long> sorted = new TreeMap<>();
    counts.forEach((kind, count) -> sorted.put(kind, count.sum()));
    return sorted;
  }
}
