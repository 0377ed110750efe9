package com.northwind.dispatch.tabletpush.session;

import java.time.Duration;

/// The times a session lives by.
///
/// @param heartbeat how often the gateway sends a Heartbeat on a quiet stream, and at least how
///   often the tablet must say something; 1 to 300 s
/// @param silence how long a tablet may say nothing before its session ends; more than `heartbeat`
/// @param hello how long a new stream may take to say Hello
/// @param unread how long a connection may take no bytes while something waits for it
/// @param age how long a session lives before it is asked to move, give or take a fifth, so that
///   streams spread over gateways that were added; zero for no limit
/// @param moveGrace how long after its time a tablet that was asked to move may stay
public record SessionRules(
    Duration heartbeat,
    Duration silence,
    Duration hello,
    Duration unread,
    Duration age,
    Duration moveGrace) {

  /// Heartbeat each 15 s, and the silence that goes with it.
  public static final SessionRules DEFAULTS = withHeartbeat(Duration.ofSeconds(15));

  public SessionRules {
    if (heartbeat.toSeconds() < 1 || heartbeat.toSeconds() > 300) {
      throw new IllegalArgumentException("heartbeat must be 1 to 300 s, not " + heartbeat);
    }
    if (silence.compareTo(heartbeat) <= 0) {
      throw new IllegalArgumentException(
          "silence must be longer than a heartbeat of " + heartbeat + ", not " + silence);
    }
    if (!hello.isPositive() || !unread.isPositive() || age.isNegative() || moveGrace.isNegative()) {
      throw new IllegalArgumentException(
          "hello and unread must be positive, age and moveGrace ≥ 0");
    }
  }

  /// The rules for a heartbeat. Silence is found within 1.5 heartbeats and 5 s, of which the last
  /// second is the wheel's.
  public static SessionRules withHeartbeat(Duration heartbeat) {
    return new SessionRules(
        heartbeat,
        heartbeat.multipliedBy(3).dividedBy(2).plusSeconds(4),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofHours(12),
        Duration.ofSeconds(10));
  }
}
