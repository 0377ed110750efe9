package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.gateway.eventloop.PeerAddress;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries one [EldConnection] on a Netty channel: collects bytes, stops reading when too much
/// waits for Kafka, writes the answers, and keeps the deadlines.
///
/// While Kafka is away nothing here closes a connection: a device that waits for its answer is not
/// idle, and a device that is not read cannot say anything.
final class EldChannelHandler extends ChannelInboundHandlerAdapter implements EldConnection.Wire {
  private static final Logger log = LoggerFactory.getLogger(EldChannelHandler.class);

  private final Channel channel;
  private final EldServices services;
  private final Intake intake;
  private final EldConnection connection;
  private final String remoteAddress;
  private final long acceptedNanos = System.nanoTime();
  private ByteBuf unread = Unpooled.EMPTY_BUFFER;
  private long ownBytesInFlight;
  private boolean paused;
  private boolean waitingForRoom;
  private @Nullable SessionEndReason endReason;
  private @Nullable ScheduledFuture<?> loginDeadline;

  EldChannelHandler(Channel channel, EldServices services) {
    this.channel = channel;
    this.services = services;
    this.intake = services.intake();
    this.remoteAddress = PeerAddress.of(channel.remoteAddress());
    this.connection = new EldConnection(services, this, remoteAddress);
  }

  /// Ends the conversation in good order: answers what is owed, then closes.
  void drain() {
    execute(() -> connection.closeAfterAnswers(SessionEndReason.SESSION_END_REASON_DRAIN));
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    intake.metrics().opened();
    loginDeadline =
        ctx.executor()
            .schedule(
                () -> connection.loginDeadline(unread),
                services.config().loginDeadline().toMillis(),
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (connection.state() instanceof ConnectionState.Closing) {
      bytes.release();
      return;
    }
    unread = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, bytes);
    work();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    SessionEndReason reason =
        endReason == null ? SessionEndReason.SESSION_END_REASON_CLOSED_BY_DEVICE : endReason;
    connection.ended(unread, reason);
    releaseUnread();
    cancelLoginDeadline();
    if (paused) {
      intake.metrics().paused(false);
      paused = false;
    }
    intake.metrics().closed();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    boolean owed = !connection.answers().isEmpty();
    if (event instanceof IdleStateEvent && !paused && !owed) {
      cut(SessionEndReason.SESSION_END_REASON_SILENT);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      log.atDebug().addKeyValue("remoteAddress", remoteAddress).log("connection lost");
      cut(SessionEndReason.SESSION_END_REASON_CONNECTION_LOST);
    } else {
      log.atError()
          .addKeyValue("remoteAddress", remoteAddress)
          .setCause(cause)
          .log("connection failed");
      cut(SessionEndReason.SESSION_END_REASON_PROTOCOL_ERROR);
    }
  }

  @Override
  public void execute(Runnable task) {
    channel.eventLoop().execute(task);
  }

  @Override
  public void cut(SessionEndReason reason) {
    if (!channel.eventLoop().inEventLoop()) {
      execute(() -> cut(reason));
      return;
    }
    if (endReason == null) {
      endReason = reason;
    }
    connection.breakOff(reason);
    ChannelFuture _ = channel.close();
  }

  @Override
  public void flushAnswers() {
    if (connection.answers().hasReady()) {
      ByteBuf out = channel.alloc().ioBuffer();
      connection.answers().moveReadyTo(out);
      ChannelFuture _ = channel.writeAndFlush(out);
    }
    if (connection.state() instanceof ConnectionState.Closing(SessionEndReason reason)
        && connection.answers().isEmpty()) {
      if (endReason == null) {
        endReason = reason;
      }
      ChannelFuture _ = channel.close();
    }
    if (loginDeadline != null && connection.state() instanceof ConnectionState.Serving) {
      cancelLoginDeadline();
      intake.metrics().firstFrame(System.nanoTime() - acceptedNanos);
    }
  }

  @Override
  public void onSubmitted(int bytes) {
    ownBytesInFlight += bytes;
  }

  @Override
  public void onSettled(int bytes) {
    ownBytesInFlight -= bytes;
    if (paused) {
      resumeIfRoom();
    }
  }

  private void work() {
    boolean more = true;
    while (more && unread.isReadable() && mayRead()) {
      more = connection.next(unread);
    }
    if (!unread.isReadable() || connection.state() instanceof ConnectionState.Closing) {
      releaseUnread();
    }
  }

  private boolean mayRead() {
    if (connection.state() instanceof ConnectionState.Closing) {
      return false;
    }
    // A login costs nothing and is answered also while Kafka is away; records wait.
    if (!(connection.state() instanceof ConnectionState.Serving)) {
      return true;
    }
    if (ownBytesInFlight < services.config().inFlightBytesPerConnection() && !intake.isFull()) {
      return true;
    }
    if (!paused) {
      paused = true;
      channel.config().setAutoRead(false);
      intake.metrics().paused(true);
      if (intake.isFull()) {
        waitForRoom();
      }
    }
    return false;
  }

  private void resumeIfRoom() {
    if (ownBytesInFlight > services.config().inFlightBytesPerConnection() / 2) {
      return;
    }
    if (intake.isFull()) {
      waitForRoom();
      return;
    }
    paused = false;
    intake.metrics().paused(false);
    work();
    if (!paused && channel.isActive()) {
      channel.config().setAutoRead(true);
    }
  }

  private void waitForRoom() {
    if (!waitingForRoom) {
      waitingForRoom = true;
      intake.whenRoom(
          () ->
              execute(
                  () -> {
                    waitingForRoom = false;
                    if (paused && channel.isActive()) {
                      resumeIfRoom();
                    }
                  }));
    }
  }

  private void releaseUnread() {
    unread.release();
    unread = Unpooled.EMPTY_BUFFER;
  }

  private void cancelLoginDeadline() {
    if (loginDeadline != null) {
      loginDeadline.cancel(false);
      loginDeadline = null;
    }
  }
}
