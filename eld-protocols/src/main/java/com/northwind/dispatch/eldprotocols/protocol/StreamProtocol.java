package com.northwind.dispatch.eldprotocols.protocol;

import io.netty.buffer.ByteBuf;

/// A protocol that devices speak over a connection.
public interface StreamProtocol extends DeviceProtocol {
  /// Whether a connection that starts with what is readable in `firstBytes` is of this protocol.
  /// The buffer's indexes stay.
  Recognition recognise(ByteBuf firstBytes);

  /// The decoder of one new connection.
  StreamSession openStream();

  /// What the first bytes of a connection tell.
  enum Recognition {
    /// They are this protocol's.
    YES,
    /// They cannot be this protocol's.
    NO,
    /// Too few to tell.
    NEED_MORE
  }
}
