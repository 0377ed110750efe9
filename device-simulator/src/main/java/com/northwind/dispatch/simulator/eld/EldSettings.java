package com.northwind.dispatch.simulator.eld;

import java.net.SocketAddress;
import java.time.Duration;

/// How ELD units behave.
///
/// @param gateway the gateway's TCP port for ELD units
/// @param interval between two records of a unit; kept whatever the gateway does
/// @param patience how long a unit waits for a connection, a login's answer, or an acknowledgement
///   before it gives up the connection
/// @param recordsPerPacket most records in one packet, 1 to 255
/// @param flashRecords records a unit can keep
public record EldSettings(
    SocketAddress gateway,
    Duration interval,
    Duration patience,
    int recordsPerPacket,
    int flashRecords) {

  public EldSettings {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("the interval between records must be positive");
    }
    if (recordsPerPacket < 1 || recordsPerPacket > 255) {
      throw new IllegalArgumentException("a packet holds 1 to 255 records");
    }
  }

  /// What the field's units do: 30 s of patience, 20 records a packet, 10,000 on flash.
  public static EldSettings of(SocketAddress gateway, Duration interval) {
    return new EldSettings(gateway, interval, Duration.ofSeconds(30), 20, 10_000);
  }
}
