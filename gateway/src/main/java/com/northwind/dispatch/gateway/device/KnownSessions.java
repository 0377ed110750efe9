package com.northwind.dispatch.gateway.device;

import com.northwind.dispatch.contracts.device.v1.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The newest session of every device on any gateway, as `device.sessions` says and as this gateway
/// has just decided. Epochs survive a restart because of it. Thread-safe.
public final class KnownSessions {
  private final ConcurrentMap<String, Session> newest = new ConcurrentHashMap<>();

  /// Learns of a session; an older one than known changes nothing.
  public void observe(Session session) {
    newest.merge(
        session.getDeviceId(), session, (known, next) -> isNewer(known, next) ? known : next);
  }

  /// The newest session of a device.
  public Optional<Session> of(String deviceId) {
    return Optional.ofNullable(newest.get(deviceId));
  }

  /// Sessions that a gateway of that name began before `before` and never said to have ended: it
  /// was killed.
  public List<Session> leftBehindBy(String node, Instant before) {
    return newest.values().stream()
        .filter(session -> session.getNode().equals(node) && !session.hasEndedTime())
        .filter(session -> instant(session).isBefore(before))
        .toList();
  }

  /// Whether `a` is a newer session than `b`. Two gateways that gave out the same epoch decide by
  /// the moment, then by their names, and so agree.
  public static boolean isNewer(Session a, Session b) {
    int byEpoch = Integer.compareUnsigned(a.getEpoch(), b.getEpoch());
    if (byEpoch != 0) {
      return byEpoch > 0;
    }
    int byTime = instant(a).compareTo(instant(b));
    return byTime != 0 ? byTime > 0 : a.getNode().compareTo(b.getNode()) > 0;
  }

  private static Instant instant(Session session) {
    return Instant.ofEpochSecond(session.getSince().getSeconds(), session.getSince().getNanos());
  }
}
