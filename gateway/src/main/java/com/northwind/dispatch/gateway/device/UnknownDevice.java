package com.northwind.dispatch.gateway.device;

import java.time.Instant;

/// A device that came and is not in the directory, for whoever claims new hardware.
///
/// @param identity what it called itself, e.g. its IMEI
/// @param protocol protocol it spoke
/// @param firstSeen when it came first, by the gateway's clock
/// @param lastSeen when it came last
/// @param attempts how often it came
/// @param lastAddress address and port it came from last
public record UnknownDevice(
    String identity,
    String protocol,
    Instant firstSeen,
    Instant lastSeen,
    long attempts,
    String lastAddress) {

  UnknownDevice seenAgain(Instant at, String address, String newProtocol) {
    return new UnknownDevice(identity, newProtocol, firstSeen, at, attempts + 1, address);
  }
}
