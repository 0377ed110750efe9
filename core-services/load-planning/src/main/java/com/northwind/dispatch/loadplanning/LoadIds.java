package com.northwind.dispatch.loadplanning;

import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Makes ids for loads: time first, so that lists show them in the order they were entered, then
/// enough chance that replicas need not ask each other.
final class LoadIds implements Supplier<String> {
  private static final int TIME_DIGITS = 11;
  private static final HexFormat HEX = HexFormat.of();

  private final Clock clock;

  LoadIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String get() {
    return "L-"
        + HEX.toHexDigits(clock.millis(), TIME_DIGITS)
        + HEX.toHexDigits(ThreadLocalRandom.current().nextLong(), 9);
  }
}
