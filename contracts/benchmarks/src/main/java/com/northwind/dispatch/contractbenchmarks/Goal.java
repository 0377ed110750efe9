package com.northwind.dispatch.contractbenchmarks;

/// What the fast path is to reach against `JsonFormat`.
///
/// @param speedup how many times the operations in the same time, at least
/// @param bytesShare which share of the bytes allocated, at most
public record Goal(double speedup, double bytesShare) {
  /// Writing: five times as many, a fifth of the bytes.
  public static final Goal WRITE = new Goal(5, 1.0 / 5);

  /// Reading: three times as many, a fifth of the bytes.
  public static final Goal READ = new Goal(3, 1.0 / 5);
}
