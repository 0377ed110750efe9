package com.northwind.dispatch.simulator.seed;

import java.util.SplittableRandom;

/// The one number a run is drawn from: the same seed gives the same routes and the same plan of
/// actions, whatever the servers answer and however often the run is interrupted.
///
/// Every drawer gets its own generator by name and number, so that drawing more in one place
/// changes nothing in another.
///
/// @param value the number given with `--seed`
public record Seed(long value) {

  /// A generator of its own for item `number` of `purpose`.
  public SplittableRandom random(String purpose, long number) {
    long mixed = mix(value) ^ mix(purpose.hashCode() * 0x9E3779B97F4A7C15L) ^ mix(number + 1);
    return new SplittableRandom(mix(mixed));
  }

  /// Spreads close numbers far apart (the finaliser of SplitMix64).
  public static long mix(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
