package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.eldprotocols.protocol.DatagramProtocol;
import com.northwind.dispatch.gateway.eventloop.EventLoops;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.DatagramChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

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
            .handler(
                new ChannelInitializer<DatagramChannel>() {
                  @Override
                  protected void initChannel(DatagramChannel channel) {
                    channel
                        .pipeline()
                        .addLast(new EldDatagramHandler(protocol, services, channel.eventLoop()));
                  }
                });
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

  /// Reads nothing any more, answers what is owed, and closes within the limit.
  void drain(Duration limit) {
    ChannelHandlerContext context = channel.pipeline().context(EldDatagramHandler.class);
    if (context != null && context.handler() instanceof EldDatagramHandler handler) {
      context.executor().execute(() -> handler.drain(context));
    }
    if (!channel.closeFuture().awaitUninterruptibly(limit.toMillis())) {
      ChannelFuture _ = channel.close().awaitUninterruptibly();
    }
  }
}
