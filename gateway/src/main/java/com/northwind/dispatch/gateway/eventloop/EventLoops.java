package com.northwind.dispatch.gateway.eventloop;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/// The threads that every socket of the gateway lives on, ELDs' and tablets' alike: one per core,
/// on epoll where the platform has it, else on the JDK's selectors. None of them ever waits.
public final class EventLoops implements AutoCloseable {
  private static final long QUIET_MS = 0;
  private static final long CLOSE_LIMIT_MS = 2_000;

  private final boolean epoll;
  private final EventLoopGroup group;

  private EventLoops(boolean epoll, EventLoopGroup group) {
    this.epoll = epoll;
    this.group = group;
  }

  /// Starts as many loops as there are cores.
  public static EventLoops start() {
    return start(Runtime.getRuntime().availableProcessors());
  }

  /// Starts that many loops.
  public static EventLoops start(int threads) {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    return new EventLoops(
        epoll,
        new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("loop"), handlers));
  }

  /// The loops.
  public EventLoopGroup group() {
    return group;
  }

  /// The channel type that accepts TCP connections on these loops.
  public Class<? extends ServerChannel> serverChannel() {
    return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  /// The channel type that takes datagrams on these loops.
  public Class<? extends DatagramChannel> datagramChannel() {
    return epoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
  }

  /// Name of the mechanism, for the log.
  public String mechanism() {
    return epoll ? "epoll" : "nio";
  }

  /// Ends the loops; every channel must be closed before.
  @Override
  public void close() {
    boolean _ =
        group
            .shutdownGracefully(QUIET_MS, CLOSE_LIMIT_MS, TimeUnit.MILLISECONDS)
            .awaitUninterruptibly(CLOSE_LIMIT_MS);
  }
}
