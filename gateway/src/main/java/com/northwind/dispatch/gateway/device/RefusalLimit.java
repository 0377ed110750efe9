package com.northwind.dispatch.gateway.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Says which refused logins deserve a record in `eld.rejects`: the first of an identity, then one
/// a minute, and of all identities together at most [#BURST] at once and [#PER_SECOND] a second on
/// average. A storm of refused devices thus costs the topic little. Thread-safe.
public final class RefusalLimit {
  static final int BURST = 100;
  static final int PER_SECOND = 10;
  static final Duration REPEAT = Duration.ofMinutes(1);
  private static final int MAX_REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Instant> recordedAt = new LinkedHashMap<>();
  private double tokens = BURST;
  private Instant refilledAt;

  public RefusalLimit(Clock clock) {
    this.clock = clock;
    this.refilledAt = clock.instant();
  }

  /// Asks for a refused login.
  ///
  /// @return whether it deserves a record
  public synchronized boolean allow(String identity) {
    Instant now = clock.instant();
    Instant before = recordedAt.get(identity);
    if (before != null && Duration.between(before, now).compareTo(REPEAT) < 0) {
      return false;
    }
    if (!takeToken(now)) {
      return false;
    }
    recordedAt.remove(identity);
    recordedAt.put(identity, now);
    if (recordedAt.size() > MAX_REMEMBERED) {
      recordedAt.remove(recordedAt.keySet().iterator().next());
    }
    return true;
  }

  private boolean takeToken(Instant now) {
    double earned = Duration.between(refilledAt, now).toMillis() * PER_SECOND / 1_000.0;
    tokens = Math.min(BURST, tokens + earned);
    refilledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
