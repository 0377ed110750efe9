package com.northwind.dispatch.simulator.testing;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.eldprotocols.EldProtocols;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession.Verdict;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A gateway's ELD port that decodes with the real codecs and answers as told.
public final class ScriptedEldPort implements AutoCloseable {
  /// What it does with a login or a packet.
  public enum Mood {
    /// Takes everything.
    TAKES,
    /// Lets nobody in.
    REFUSES_LOGINS,
    /// Reads packets and never answers.
    KEEPS_SILENT,
    /// Reads a packet and hangs up instead of answering.
    HANGS_UP,
    /// Says that it took none of the records.
    TAKES_NONE
  }

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel server;
  private final AtomicInteger logins = new AtomicInteger();
  private final List<Telemetry> arrived = new CopyOnWriteArrayList<>();
  private final List<Integer> packetSizes = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.TAKES;

  /// Opens on a free port of the loopback interface.
  public ScriptedEldPort() {
    this.server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.add(channel);
                    channel.pipeline().addLast(new Connection());
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  public void be(Mood next) {
    mood = next;
  }

  /// Cuts every connection.
  public void cutAll() {
    connections.close().awaitUninterruptibly();
  }

  /// Units let in so far.
  public int logins() {
    return logins.get();
  }

  /// Units connected now.
  public int connections() {
    return connections.size();
  }

  /// Records read, repeated ones too, in the order they came.
  public List<Telemetry> arrived() {
    return List.copyOf(arrived);
  }

  /// The sequence numbers of the records read.
  public List<Long> sequences() {
    return arrived.stream().map(telemetry -> number(telemetry, "io10001")).toList();
  }

  /// Records in each packet read.
  public List<Integer> packetSizes() {
    return List.copyOf(packetSizes);
  }

  /// A vendor parameter that is a number.
  public static long number(Telemetry telemetry, String name) {
    for (VendorParameter parameter : telemetry.getVendorParametersList()) {
      if (parameter.getName().equals(name)) {
        return Math.round(parameter.getNumber());
      }
    }
    throw new AssertionError("no " + name + " in " + telemetry);
  }

  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    cutAll();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class Connection extends ChannelInboundHandlerAdapter {
    private final StreamSession session = EldProtocols.streams().getFirst().openStream();

    private final ByteBuf unread = Unpooled.buffer();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      unread.discardReadBytes().writeBytes(bytes);
      bytes.release();
      decode(context, unread);
    }

    private void decode(ChannelHandlerContext context, ByteBuf in) {
      while (in.isReadable()) {
        switch (session.next(in)) {
          case Decoded.NeedMoreBytes _ -> {
            return;
          }
          case Decoded.Identification _ -> login(context);
          case Decoded.RecordBatch batch -> packet(context, batch);
          case Decoded.Rejected rejected -> throw new AssertionError("rejected: " + rejected);
          case Decoded.CommandReply _, Decoded.KeepAlive _ -> {}
        }
      }
    }

    private void login(ChannelHandlerContext context) {
      boolean isIn = mood != Mood.REFUSES_LOGINS;
      if (isIn) {
        logins.incrementAndGet();
      }
      byte[] answer = session.answer(isIn ? Verdict.ACCEPTED : Verdict.REFUSED).toArray();
      var _ = context.writeAndFlush(Unpooled.wrappedBuffer(answer));
      if (!isIn) {
        var _ = context.close();
      }
    }

    private void packet(ChannelHandlerContext context, Decoded.RecordBatch batch) {
      packetSizes.add(batch.records().size());
      batch.records().forEach(taken -> arrived.add(taken.telemetry()));
      switch (mood) {
        case TAKES, REFUSES_LOGINS -> acknowledge(context, batch, batch.records().size());
        case TAKES_NONE -> acknowledge(context, batch, 0);
        case HANGS_UP -> {
          var _ = context.close();
        }
        case KEEPS_SILENT -> {}
      }
    }

    private void acknowledge(
        ChannelHandlerContext context, Decoded.RecordBatch batch, int accepted) {
      byte[] answer = batch.acknowledgement().forAccepted(accepted).toArray();
      var _ = context.writeAndFlush(Unpooled.wrappedBuffer(answer));
    }
  }
}
