package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.eldprotocols.protocol.DatagramProtocol;
import com.northwind.dispatch.gateway.eventloop.EventLoops;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.io.IOException;
import java.net.InetSocketAddress;

/// Takes ELDs' datagrams of one protocol.
final class EldUdpListener {
  /// No datagram is larger than this over IPv4; larger ones do not exist.
  private static final int MAX_DATAGRAM_BYTES = 65_507;

  private static final int SOCKET_BUFFER_BYTES = 1 << 20;

  private final Channel channel;

  private EldUdpListener(Channel channel) {
    this.channel = channel;
  }

  /// Starts reading.
  ///
  /// @throws IOException when the port is taken; the message names it
  static EldUdpListener start(
      InetSocketAddress address, EventLoops loops, DatagramProtocol protocol, EldServices services)
      throws IOException {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loops.group())
            .channel(loops.datagramChannel())
            .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_BYTES)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_DATAGRAM_BYTES))
            .handler(new EldDatagramHandler(protocol, services));
    try {
      return new EldUdpListener(bootstrap.bind(address).syncUninterruptibly().channel());
    } catch (ChannelException e) {
      throw new IOException("cannot listen for ELDs on UDP " + address, e);
    }
  }

  /// The port in use.
  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  boolean isListening() {
    return channel.isActive();
  }

  /// Reads nothing any more; answers can still leave.
  void stopReading() {
    channel.config().setAutoRead(false);
  }

  void close() {
    channel.close().awaitUninterruptibly();
  }
}
