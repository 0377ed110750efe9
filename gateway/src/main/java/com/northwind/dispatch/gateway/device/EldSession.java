package com.northwind.dispatch.gateway.device;

import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;

/// One ELD's connection to this gateway. Immutable.
public final class EldSession {
  /// Ends the connection that carries a session. Called on any thread; hands over and returns.
  @FunctionalInterface
  public interface Line {
    /// Closes the connection; nothing more is acknowledged on it.
    void cut(SessionEndReason reason);
  }

  private final Session record;
  private final String identity;
  private final String protocol;
  private final Line line;
  private final TakeoverLimit takeovers;

  EldSession(Session record, String identity, String protocol, Line line, TakeoverLimit takeovers) {
    this.record = record;
    this.identity = identity;
    this.protocol = protocol;
    this.line = line;
    this.takeovers = takeovers;
  }

  /// Directory id of the device.
  public String deviceId() {
    return record.getDeviceId();
  }

  /// The session as everybody sees it.
  public Session record() {
    return record;
  }

  /// What the device called itself when it logged in.
  public String identity() {
    return identity;
  }

  String protocol() {
    return protocol;
  }

  Line line() {
    return line;
  }

  /// The device's, handed on from session to session.
  TakeoverLimit takeovers() {
    return takeovers;
  }
}
