package com.northwind.dispatch.simulator.link;

import java.time.Duration;
import java.util.SplittableRandom;

/// How long a device waits before it tries again: full jitter, doubling up to a cap, and back to
/// the beginning only after a session that held. Not thread-safe: each device has its own.
///
/// Full jitter means any wait between nothing and the bound is equally likely, so a fleet that lost
/// its gateway at one moment does not come back at one moment.
public final class Backoff {
  private final Duration base;
  private final Duration cap;
  private final Duration stableAfter;
  private final SplittableRandom random;
  private int failures;

  /// @param base bound of the first wait
  /// @param cap bound no wait exceeds
  /// @param stableAfter a session that held this long starts the doubling afresh
  public Backoff(Duration base, Duration cap, Duration stableAfter, SplittableRandom random) {
    this.base = base;
    this.cap = cap;
    this.stableAfter = stableAfter;
    this.random = random;
  }

  /// What ELD units and tablets use: bounds 0.5 s, 1 s, 2 s … 10 s; stable after 10 s.
  public static Backoff ofDevices(SplittableRandom random) {
    return new Backoff(
        Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(10), random);
  }

  /// What clients of a service use: bounds 0.1 s, 0.2 s … 2 s.
  public static Backoff ofRequests(SplittableRandom random) {
    return new Backoff(
        Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(10), random);
  }

  /// The next wait starts the doubling afresh.
  public void reset() {
    failures = 0;
  }

  /// The wait after a session that held for `heldMs` milliseconds; 0 when none was opened.
  public long nextMs(long heldMs) {
    if (heldMs >= stableAfter.toMillis()) {
      failures = 0;
    }
    long bound = Math.min(cap.toMillis(), base.toMillis() << Math.min(failures, 20));
    failures++;
    return random.nextLong(bound + 1);
  }
}
