package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.gateway.device.EldSession;
import com.northwind.dispatch.gateway.device.EldSessions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// Says which devices are there that speak in datagrams: a session begins with the first datagram
/// and ends when none has come for the idle time. Lives on the socket's event loop.
///
/// A datagram's sender is easily forged, so it never takes a session over from a TCP connection.
final class DatagramPresence {
  private final EldSessions sessions;
  private final Executor loop;
  private final long idleNanos;
  private final Map<String, Present> present = new HashMap<>();

  /// One device's session, and when it was last heard.
  private static final class Present {
    private final EldSession session;
    private long heardNanos;

    Present(EldSession session, long heardNanos) {
      this.session = session;
      this.heardNanos = heardNanos;
    }
  }

  DatagramPresence(EldSessions sessions, Executor loop, Duration idle) {
    this.sessions = sessions;
    this.loop = loop;
    this.idleNanos = idle.toNanos();
  }

  /// A device was heard.
  void heard(Device device, String identity, String protocol, String remoteAddress, long nowNanos) {
    String deviceId = device.getDeviceId();
    Present known = present.get(deviceId);
    if (known != null) {
      known.heardNanos = nowNanos;
      return;
    }
    if (sessions.of(deviceId).isEmpty()
        && sessions.open(
                device, identity, protocol, remoteAddress, reason -> forget(deviceId, reason))
            instanceof EldSessions.Opening.Opened(EldSession session)) {
      present.put(deviceId, new Present(session, nowNanos));
    }
  }

  /// Ends the sessions of devices that were silent too long.
  void sweep(long nowNanos) {
    List<Present> silent =
        present.values().stream().filter(it -> nowNanos - it.heardNanos > idleNanos).toList();
    silent.forEach(it -> end(it, SessionEndReason.SESSION_END_REASON_SILENT));
  }

  /// Ends every session.
  void endAll(SessionEndReason reason) {
    List.copyOf(present.values()).forEach(it -> end(it, reason));
  }

  private void end(Present gone, SessionEndReason reason) {
    present.remove(gone.session.deviceId());
    sessions.closed(gone.session, reason);
  }

  private void forget(String deviceId, SessionEndReason reason) {
    loop.execute(
        () -> {
          Present cut = present.get(deviceId);
          if (cut != null) {
            end(cut, reason);
          }
        });
  }
}
