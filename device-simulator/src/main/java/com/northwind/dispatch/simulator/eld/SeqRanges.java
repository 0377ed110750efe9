package com.northwind.dispatch.simulator.eld;

import java.util.ArrayList;
import java.util.List;

/// A set of sequence numbers kept as ranges: what a verifier compares with the topic. Numbers are
/// added in rising order, as a unit's records are acknowledged in order.
public final class SeqRanges {
  private final List<long[]> ranges = new ArrayList<>();

  /// Adds `from` to `to`, both included; numbers already there stay there once.
  void add(long from, long to) {
    if (ranges.isEmpty() || from > ranges.getLast()[1] + 1) {
      ranges.add(new long[] {from, to});
    } else {
      ranges.getLast()[1] = Math.max(ranges.getLast()[1], to);
    }
  }

  /// The ranges, each as its first and last number.
  public List<List<Long>> toList() {
    return ranges.stream().map(range -> List.of(range[0], range[1])).toList();
  }
}
