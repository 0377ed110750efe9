package com.northwind.dispatch.tabletpush.session;

import java.time.Duration;

/// How often one driver's session may be taken over by a stream that knew nothing of it: three
/// times at once, then once in twenty seconds, so at most six times in any minute. Two devices that
/// share an identity are slowed by it; a tablet that comes back to its own session never meets it.
final class TakeoverLimit {
  static final int BURST = 3;
  static final Duration REFILL = Duration.ofSeconds(20);

  private int tokens = BURST;
  private long refilledMillis;
  private boolean alerted;

  /// Takes one takeover.
  ///
  /// @return how long to wait when there is none; zero when it was taken
  Duration take(long nowMillis) {
    refill(nowMillis);
    if (tokens == 0) {
      return Duration.ofMillis(refilledMillis + REFILL.toMillis() - nowMillis);
    }
    if (tokens == BURST) {
      refilledMillis = nowMillis;
    }
    tokens--;
    return Duration.ZERO;
  }

  /// Whether this is the moment to raise the alert: the burst is used up for the first time since
  /// it was whole.
  boolean shouldAlert() {
    boolean alert = tokens == 0 && !alerted;
    alerted |= alert;
    return alert;
  }

  private void refill(long nowMillis) {
    long earned = (nowMillis - refilledMillis) / REFILL.toMillis();
    if (tokens < BURST && earned > 0) {
      tokens = (int) Math.min(BURST, tokens + earned);
      refilledMillis += earned * REFILL.toMillis();
    }
    if (tokens == BURST) {
      alerted = false;
    }
  }
}
