package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;

/// What comes up a stream.
public sealed interface Inbound {

  /// A message.
  ///
  /// @param sizeBytes its length on the stream
  record Message(TabletToGateway message, int sizeBytes) implements Inbound {}

  /// A message longer than tablets may send; it was not read.
  record TooLarge(int limitBytes) implements Inbound {}

  /// Bytes that are no message.
  record Unreadable(String problem) implements Inbound {}
}
