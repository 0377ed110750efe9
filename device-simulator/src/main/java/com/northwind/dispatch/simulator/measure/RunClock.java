package com.northwind.dispatch.simulator.measure;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The time everything is measured by: microseconds since 1970 that never step back.
///
/// The wall clock is read once; from there a monotonic counter goes on. So moments of one process
/// can be subtracted without fear of clock corrections, and moments of two processes (before and
/// after a restart) can still be compared.
public final class RunClock {
  private final long wallAnchorUs;
  private final long tickAnchorNs;
  private final LongSupplier ticker;

  /// A clock anchored now.
  ///
  /// @param wall read once
  /// @param ticker nanoseconds from any origin, never stepping back
  public RunClock(Clock wall, LongSupplier ticker) {
    this.ticker = ticker;
    this.tickAnchorNs = ticker.getAsLong();
    Instant now = wall.instant();
    this.wallAnchorUs = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1000;
  }

  /// The machine's clock.
  public static RunClock system() {
    return new RunClock(Clock.systemUTC(), System::nanoTime);
  }

  /// Now, microseconds since 1970.
  public long nowUs() {
    return wallAnchorUs + TimeUnit.NANOSECONDS.toMicros(ticker.getAsLong() - tickAnchorNs);
  }

  /// Now, milliseconds since 1970.
  public long nowMs() {
    return nowUs() / 1000;
  }
}
