package com.northwind.dispatch.contractbenchmarks;

/// One operation, done both ways.
public record Comparison(String operation, Goal goal, Figures jsonFormat, Figures fast) {

  /// How many operations the fast path does while `JsonFormat` does one.
  public double speedup() {
    return jsonFormat.nanos() / fast.nanos();
  }

  /// The share of `JsonFormat`'s bytes that the fast path allocates.
  public double bytesShare() {
    return fast.bytes() / jsonFormat.bytes();
  }

  public boolean meetsSpeedup() {
    return speedup() >= goal.speedup();
  }

  public boolean meetsBytes() {
    return bytesShare() <= goal.bytesShare();
  }
}
