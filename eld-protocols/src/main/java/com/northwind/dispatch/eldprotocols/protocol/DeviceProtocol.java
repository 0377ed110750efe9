package com.northwind.dispatch.eldprotocols.protocol;

/// A family of devices that speak the same way. Stateless and thread-safe.
///
/// A protocol implements [StreamProtocol], [DatagramProtocol] or both, by what its devices use.
public interface DeviceProtocol {
  /// Name in lower case, e.g. `teltonika`: in the device directory, in telemetry and on the command
  /// line.
  String name();
}
