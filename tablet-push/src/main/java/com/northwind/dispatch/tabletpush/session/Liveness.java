package com.northwind.dispatch.tabletpush.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// When an open session last heard, sent and was stuck, and what follows from that by the rules.
/// All times are milliseconds on the timer's clock. Without I/O.
final class Liveness {
  private static final long NEVER = Long.MAX_VALUE;

  private final SessionRules rules;
  private final long moveAtMillis;
  private long heardMillis;
  private long sentMillis;
  private long blockedMillis = NEVER;
  private long leaveByMillis = NEVER;
  private boolean reading;

  Liveness(SessionRules rules, long nowMillis) {
    this.rules = rules;
    this.heardMillis = nowMillis;
    this.sentMillis = nowMillis;
    this.moveAtMillis = rules.age().isZero() ? NEVER : nowMillis + spread(rules.age().toMillis());
  }

  private static long spread(long ageMillis) {
    return ThreadLocalRandom.current().nextLong(ageMillis * 4 / 5, ageMillis * 6 / 5 + 1);
  }

  /// A random part of the span.
  static Duration jitter(Duration span) {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(span.toMillis() + 1));
  }

  /// A message was asked for. Silence counts from here: while the gateway does not read, it cannot
  /// hear.
  void reading(long nowMillis) {
    reading = true;
    heardMillis = nowMillis;
  }

  boolean isReading() {
    return reading;
  }

  void heard(long nowMillis) {
    reading = false;
    heardMillis = nowMillis;
  }

  void sent(long nowMillis) {
    sentMillis = nowMillis;
    blockedMillis = NEVER;
  }

  /// Something waits and the connection does not take it.
  void blocked(long nowMillis) {
    blockedMillis = Math.min(blockedMillis, nowMillis);
  }

  /// Nothing waits any more.
  void unblocked() {
    blockedMillis = NEVER;
  }

  long moving(long nowMillis, Duration after) {
    leaveByMillis = Math.min(leaveByMillis, nowMillis + after.plus(rules.moveGrace()).toMillis());
    return leaveByMillis;
  }

  boolean isTooOld(long nowMillis) {
    return nowMillis >= moveAtMillis && leaveByMillis == NEVER;
  }

  boolean isQuiet(long nowMillis) {
    return nowMillis - sentMillis >= rules.heartbeat().toMillis();
  }

  boolean isLively(long nowMillis) {
    return nowMillis - heardMillis < rules.heartbeat().toMillis();
  }

  /// Why the session is over now, if it is.
  Optional<SessionClose> closeAt(long nowMillis) {
    if (nowMillis >= leaveByMillis) {
      return Optional.of(SessionClose.drain());
    }
    if (reading && nowMillis - heardMillis >= rules.silence().toMillis()) {
      return Optional.of(
          SessionClose.silent("nothing came from the tablet for " + seconds(rules.silence())));
    }
    if (blockedMillis != NEVER && nowMillis - blockedMillis >= rules.unread().toMillis()) {
      return Optional.of(
          SessionClose.silent("the tablet took nothing for " + seconds(rules.unread())));
    }
    return Optional.empty();
  }

  private static String seconds(Duration span) {
    return span.toSeconds() + " s";
  }

  /// How long until something may be due.
  long nextLook(long nowMillis) {
    long next = sentMillis + rules.heartbeat().toMillis();
    if (reading) {
      next = Math.min(next, heardMillis + rules.silence().toMillis());
    }
    if (blockedMillis != NEVER) {
      next = Math.min(next, blockedMillis + rules.unread().toMillis());
    }
    next = Math.min(next, leaveByMillis);
    if (leaveByMillis == NEVER) {
      next = Math.min(next, moveAtMillis);
    }
    return Math.max(0, next - nowMillis);
  }
}
