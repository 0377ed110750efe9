package com.northwind.dispatch.gateway.device;

import java.time.Duration;
import java.time.Instant;

/// How often connections of one device may take over from each other while the one that is there is
/// in use: three times at once, then once in twenty seconds, so at most six times in any minute.
/// Two devices that share an identity are slowed by it; a device that comes back from a dead
/// connection hardly meets it. For use under the lock of the device's entry.
final class TakeoverLimit {
  static final int BURST = 3;
  static final Duration REFILL = Duration.ofSeconds(20);

  private int tokens = BURST;
  private Instant refilledAt = Instant.EPOCH;
  private boolean alerted;

  /// Takes one takeover, if there is one.
  boolean take(Instant now) {
    refill(now);
    if (tokens == 0) {
      return false;
    }
    if (tokens == BURST) {
      refilledAt = now;
    }
    tokens--;
    return true;
  }

  /// Whether this is the moment to raise the alert: the first refusal since the burst was whole.
  boolean shouldAlert() {
    boolean first = !alerted;
    alerted = true;
    return first;
  }

  private void refill(Instant now) {
    long earned = Duration.between(refilledAt, now).dividedBy(REFILL);
    if (tokens < BURST && earned > 0) {
      tokens = (int) Math.min(BURST, tokens + earned);
      refilledAt = refilledAt.plus(REFILL.multipliedBy(earned));
    }
    if (tokens == BURST) {
      alerted = false;
    }
  }
}
