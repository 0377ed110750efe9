package com.northwind.dispatch.simulator.link;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The threads that carry every simulated device, on epoll where the machine has it.
public final class EventLoops implements AutoCloseable {
  private final EventLoopGroup group;
  private final Class<? extends Channel> socketType;
  private final List<DeviceLoop> loops = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  /// Starts `threads` loops.
  ///
  /// @param onFault told of whatever a device's task throws
  public EventLoops(int threads, Consumer<Throwable> onFault) {
    boolean isNative = Epoll.isAvailable();
    IoHandlerFactory factory = isNative ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    this.group =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("devices", true), factory);
    this.socketType = isNative ? EpollSocketChannel.class : NioSocketChannel.class;
    for (EventExecutor executor : group) {
      loops.add(new DeviceLoop((EventLoop) executor, onFault));
    }
  }

  /// The loop the next device lives on.
  public DeviceLoop next() {
    return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
  }

  /// All loops.
  public List<DeviceLoop> all() {
    return List.copyOf(loops);
  }

  /// The type of socket that works on these loops.
  public Class<? extends Channel> socketType() {
    return socketType;
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
  }
}
