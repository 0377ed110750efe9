package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.processkit.config.Settings;
import java.time.Duration;

/// How ELDs are listened to.
///
/// @param tcpPort TCP port, 0 for any free one
/// @param udpPort UDP port, 0 for any free one
/// @param loginDeadline how long a connection may take to say who it is
/// @param idleTimeout how long an identified device may say nothing
/// @param maxConnections TCP connections at once; further ones are closed at once
/// @param rejectsPerConnection frames a connection may get wrong before it is closed
/// @param inFlightBytesPerConnection bytes of one connection that may wait for Kafka before it is
///   no longer read
public record EldListenerConfig(
    int tcpPort,
    int udpPort,
    Duration loginDeadline,
    Duration idleTimeout,
    int maxConnections,
    int rejectsPerConnection,
    int inFlightBytesPerConnection) {
  private static final int DEFAULT_PORT = 5027;
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /// Settings for tests and small fleets: any free ports, everything else as in production.
  public static final EldListenerConfig DEFAULTS =
      new EldListenerConfig(
          0, 0, Duration.ofSeconds(30), Duration.ofMinutes(10), 18_000, 10, 256 << 10);

  public EldListenerConfig {
    if (!loginDeadline.isPositive() || !idleTimeout.isPositive()) {
      throw new IllegalArgumentException("login deadline and idle time-out must be positive");
    }
    if (maxConnections < 1 || rejectsPerConnection < 1 || inFlightBytesPerConnection < 1) {
      throw new IllegalArgumentException("limits of the ELD listener must be positive");
    }
  }

  /// Reads the settings.
  ///
  /// @throws com.northwind.dispatch.processkit.config.InvalidSettingsException when any setting
  ///   read so far is wrong
  public static EldListenerConfig from(Settings settings) {
    int tcpPort = settings.port("ELD_TCP_PORT", DEFAULT_PORT);
    int udpPort = settings.port("ELD_UDP_PORT", DEFAULT_PORT);
    Duration login = settings.duration("ELD_LOGIN_DEADLINE", DEFAULTS.loginDeadline(), SHORTEST);
    Duration idle = settings.duration("ELD_IDLE_TIMEOUT", DEFAULTS.idleTimeout(), SHORTEST);
    int connections =
        settings.integer("ELD_MAX_CONNECTIONS", DEFAULTS.maxConnections(), 1, 1_000_000);
    int rejects =
        settings.integer(
            "ELD_REJECTS_PER_CONNECTION", DEFAULTS.rejectsPerConnection(), 1, 1_000_000);
    int inFlight =
        settings.integer(
            "ELD_IN_FLIGHT_BYTES_PER_CONNECTION",
            DEFAULTS.inFlightBytesPerConnection(),
            1_024,
            Integer.MAX_VALUE);
    settings.check();
    return new EldListenerConfig(tcpPort, udpPort, login, idle, connections, rejects, inFlight);
  }
}
