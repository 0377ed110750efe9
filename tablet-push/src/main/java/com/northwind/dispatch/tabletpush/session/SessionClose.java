package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Why the gateway ends a stream, and when the tablet should come back.
///
/// @param reason what the tablet is told
/// @param description the same in a sentence, for the tablet's log
/// @param retryAfter how long the tablet should wait before its next attempt
/// @param endReason what the session log is told
/// @param foreignIdentity the token is good, but for someone else than the stream claims
public record SessionClose(
    CloseReason reason,
    String description,
    Duration retryAfter,
    SessionEndReason endReason,
    boolean foreignIdentity) {

  private SessionClose(
      CloseReason reason, String description, Duration retryAfter, SessionEndReason endReason) {
    this(reason, description, retryAfter, endReason, false);
  }

  /// The gateway shuts down. Spread over four seconds, so that nobody comes back together.
  public static SessionClose drain() {
    return new SessionClose(
        CloseReason.CLOSE_REASON_DRAIN,
        "this gateway is shutting down",
        jitter(Duration.ofSeconds(1), Duration.ofSeconds(4)),
        SessionEndReason.SESSION_END_REASON_DRAIN);
  }

  /// Another stream of the same tablet took over: this one is a leftover.
  public static SessionClose replacedBySameTablet(String byWhom) {
    return replaced("a newer session of this tablet took over: " + byWhom, Duration.ofSeconds(5));
  }

  /// The driver signed in on another tablet.
  public static SessionClose replacedByOtherTablet(String byWhom) {
    return replaced("the driver is signed in elsewhere now: " + byWhom, Duration.ofSeconds(60));
  }

  /// Too many takeovers of one driver: the newcomer waits.
  public static SessionClose takeoverTooSoon(String heldBy, Duration retryAfter) {
    return replaced(
        "the driver is connected from " + heldBy + ", and takeovers are slowed", retryAfter);
  }

  private static SessionClose replaced(String description, Duration retryAfter) {
    return new SessionClose(
        CloseReason.CLOSE_REASON_REPLACED,
        description,
        retryAfter,
        SessionEndReason.SESSION_END_REASON_REPLACED);
  }

  /// The tablet may no longer connect.
  public static SessionClose revoked(String because) {
    return new SessionClose(
        CloseReason.CLOSE_REASON_REVOKED,
        because,
        Duration.ofHours(1),
        SessionEndReason.SESSION_END_REASON_REVOKED);
  }

  /// The gateway cannot serve the stream now.
  public static SessionClose overload(String because) {
    return new SessionClose(
        CloseReason.CLOSE_REASON_OVERLOAD,
        because,
        jitter(Duration.ofSeconds(2), Duration.ofSeconds(8)),
        SessionEndReason.SESSION_END_REASON_CONNECTION_LOST);
  }

  /// The tablet did something the protocol does not allow.
  public static SessionClose protocol(String because) {
    return new SessionClose(
        CloseReason.CLOSE_REASON_PROTOCOL,
        because,
        Duration.ofSeconds(30),
        SessionEndReason.SESSION_END_REASON_PROTOCOL_ERROR);
  }

  /// The token is missing or no good.
  public static SessionClose unauthenticated(String because) {
    return new SessionClose(
        CloseReason.CLOSE_REASON_UNAUTHENTICATED,
        because,
        Duration.ofSeconds(60),
        SessionEndReason.SESSION_END_REASON_PROTOCOL_ERROR);
  }

  /// The token is good, for someone else.
  public static SessionClose notYou(String because) {
    return new SessionClose(
        CloseReason.CLOSE_REASON_UNAUTHENTICATED,
        because,
        Duration.ofSeconds(60),
        SessionEndReason.SESSION_END_REASON_PROTOCOL_ERROR,
        true);
  }

  /// Nothing came from the tablet, or it took nothing.
  public static SessionClose silent(String because) {
    return new SessionClose(
        CloseReason.CLOSE_REASON_SILENT,
        because,
        Duration.ofSeconds(1),
        SessionEndReason.SESSION_END_REASON_SILENT);
  }

  private static Duration jitter(Duration from, Duration spread) {
    return from.plusMillis(ThreadLocalRandom.current().nextLong(spread.toMillis()));
  }
}
