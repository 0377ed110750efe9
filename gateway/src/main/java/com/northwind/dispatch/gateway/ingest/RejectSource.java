package com.northwind.dispatch.gateway.ingest;

/// Where rejected bytes came from.
///
/// @param deviceId directory id; empty when the sender is not known
/// @param claimedIdentity what the sender called itself; empty when it did not say
/// @param protocol protocol of the decoder that gave up; empty when none was recognised
/// @param transport "tcp" or "udp"
/// @param remoteAddress address and port
public record RejectSource(
    String deviceId,
    String claimedIdentity,
    String protocol,
    String transport,
    String remoteAddress) {

  /// The record's key: the device, or the address when the device is not known.
  String key() {
    return deviceId.isEmpty() ? remoteAddress : deviceId;
  }
}
