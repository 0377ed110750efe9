package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.gateway.eventloop.EventLoops;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Accepts ELDs over TCP.
final class EldTcpListener {
  private static final int BACKLOG = 4_096;
  private static final int SMALLEST_READ_BYTES = 64;
  private static final int FIRST_READ_BYTES = 1_024;

  /// One read takes at most this much, which also bounds what a connection that is stopped holds.
  private static final int LARGEST_READ_BYTES = 16 << 10;

  private final Channel server;
  private final ChannelGroup connections;

  private EldTcpListener(Channel server, ChannelGroup connections) {
    this.server = server;
    this.connections = connections;
  }

  /// Starts accepting.
  ///
  /// @throws IOException when the port is taken; the message names it
  static EldTcpListener start(InetSocketAddress address, EventLoops loops, EldServices services)
      throws IOException {
    ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(
                        SMALLEST_READ_BYTES, FIRST_READ_BYTES, LARGEST_READ_BYTES)
                    .maxMessagesPerRead(1))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    accept(channel, connections, services);
                  }
                });
    try {
      return new EldTcpListener(
          bootstrap.bind(address).syncUninterruptibly().channel(), connections);
    } catch (ChannelException e) {
      throw new IOException("cannot listen for ELDs on TCP " + address, e);
    }
  }

  private static void accept(
      SocketChannel channel, ChannelGroup connections, EldServices services) {
    EldMetrics metrics = services.intake().metrics();
    if (metrics.connections() >= services.config().maxConnections()) {
      metrics.refusedOverLimit();
      ChannelFuture _ = channel.close();
      return;
    }
    connections.add(channel);
    channel
        .pipeline()
        .addLast(
            new IdleStateHandler(
                services.config().idleTimeout().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
        .addLast(new EldChannelHandler(channel, services));
  }

  /// The port in use.
  int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  boolean isListening() {
    return server.isActive();
  }

  /// Accepts nobody any more, reads nothing any more, answers what is owed, and closes what is then
  /// left.
  void drain(Duration limit) {
    server.close().awaitUninterruptibly();
    for (Channel connection : connections) {
      EldChannelHandler handler = connection.pipeline().get(EldChannelHandler.class);
      if (handler != null) {
        handler.drain();
      }
    }
    boolean emptied = connections.newCloseFuture().awaitUninterruptibly(limit.toMillis());
    if (!emptied) {
      connections.close().awaitUninterruptibly();
    }
  }
}
