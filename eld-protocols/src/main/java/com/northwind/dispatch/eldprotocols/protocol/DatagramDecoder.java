package com.northwind.dispatch.eldprotocols.protocol;

import io.netty.buffer.ByteBuf;
import java.util.List;

/// Reads datagrams. For use by one thread at a time.
public interface DatagramDecoder {
  /// Reads one datagram to its end. Never throws for what the bytes hold.
  ///
  /// Each result that comes from a device names it; whoever calls decides whether the device is
  /// known before it acts on the result. There is no [Decoded.Identification] and no
  /// [Decoded.NeedMoreBytes] among the results.
  List<Decoded> decode(ByteBuf datagram);
}
