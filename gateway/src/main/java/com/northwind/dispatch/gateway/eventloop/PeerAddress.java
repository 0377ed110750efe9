package com.northwind.dispatch.gateway.eventloop;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Writes a peer's address without looking its name up.
public final class PeerAddress {
  private PeerAddress() {}

  /// `192.0.2.7:40123` or `[2001:db8::7]:40123`; "unknown" when the socket no longer tells.
  public static String of(@Nullable SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet)) {
      return "unknown";
    }
    String host =
        inet.getAddress() == null ? inet.getHostString() : inet.getAddress().getHostAddress();
    return host.indexOf(':') < 0 ? host + ":" + inet.getPort() : "[" + host + "]:" + inet.getPort();
  }
}
