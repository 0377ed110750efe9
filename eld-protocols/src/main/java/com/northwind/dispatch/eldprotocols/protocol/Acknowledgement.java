package com.northwind.dispatch.eldprotocols.protocol;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;

/// A promise to a device, ready to be given. Immutable and thread-safe: it may be asked for on
/// whatever thread learns that the records are durable.
@FunctionalInterface
public interface Acknowledgement {
  /// The bytes that tell the device how many of the batch's records, counted from the first, are
  /// durable; none where the protocol does not acknowledge. The device keeps and resends what was
  /// not accepted.
  WireBytes forAccepted(int records);
}
