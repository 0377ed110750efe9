package com.northwind.dispatch.simulator.eld;

import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.measure.RunClock;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One connection of an ELD unit, from its login to its end.
///
/// The unit sends a packet and waits: the answer is the count of records taken. If it is not the
/// count that was sent, or nothing comes in time, the unit gives the connection up and will send
/// the same records on its next one. Confined to the unit's event loop.
final class EldConnection extends ChannelInboundHandlerAdapter {
  private static final int ACCEPTED = 1;

  private final String imei;
  private final EldWire wire;
  private final DeviceFlash flash;
  private final EldCounts counts;
  private final EldSettings settings;
  private final RunClock clock;
  private final DeviceLoop loop;
  private final LongConsumer onEnd;

  private State state = new Opening();
  private @Nullable ChannelHandlerContext context;
  private DeviceLoop.@Nullable Timer patience;
  private long letInAtMs;
  private boolean isEnded;

  /// @param onEnd told once, with the milliseconds the unit was let in for (0 for never)
  EldConnection(
      String imei,
      EldWire wire,
      DeviceFlash flash,
      EldCounts counts,
      EldSettings settings,
      RunClock clock,
      DeviceLoop loop,
      LongConsumer onEnd) {
    this.imei = imei;
    this.wire = wire;
    this.flash = flash;
    this.counts = counts;
    this.settings = settings;
    this.clock = clock;
    this.loop = loop;
    this.onEnd = onEnd;
  }

  /// Where a connection stands.
  private sealed interface State {}

  private record Opening() implements State {}

  /// The IMEI is sent.
  private record LoggingIn() implements State {}

  /// Nothing is on its way.
  private record Ready() implements State {}

  /// A packet is on its way; `answer` holds the `answerBytes` of its acknowledgement so far.
  private record AwaitingAck(List<StoredRecord> packet, int answer, int answerBytes)
      implements State {}

  @Override
  public void channelActive(ChannelHandlerContext opened) {
    context = opened;
    if (isEnded) {
      // The unit was switched off while it was connecting.
      var _ = opened.close();
      return;
    }
    state = new LoggingIn();
    var _ = opened.writeAndFlush(wire.login(opened.alloc(), imei));
    waitFor("login-timeout");
  }

  /// Sends the oldest records if the connection is free to.
  void pump() {
    ChannelHandlerContext open = context;
    if (open == null || !(state instanceof Ready)) {
      return;
    }
    List<StoredRecord> packet = flash.oldest(settings.recordsPerPacket());
    if (packet.isEmpty()) {
      return;
    }
    state = new AwaitingAck(packet, 0, 0);
    var _ = open.writeAndFlush(wire.packet(open.alloc(), packet));
    flash.sent(packet);
    waitFor("ack-timeout");
  }

  @Override
  public void channelRead(ChannelHandlerContext open, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      while (bytes.isReadable() && !isEnded) {
        read(bytes.readUnsignedByte());
      }
    } finally {
      bytes.release();
    }
  }

  private void read(int octet) {
    switch (state) {
      case LoggingIn _ -> {
        if (octet == ACCEPTED) {
          letInAtMs = clock.nowMs();
          counts.logins.increment();
          counts.connected.incrementAndGet();
          becomeReady();
        } else {
          fail("login-refused");
        }
      }
      case AwaitingAck(List<StoredRecord> packet, int answer, int answerBytes) -> {
        int taken = (answer << 8) | octet;
        if (answerBytes < 3) {
          state = new AwaitingAck(packet, taken, answerBytes + 1);
        } else if (taken == packet.size()) {
          flash.acknowledged(packet, clock.nowMs());
          becomeReady();
        } else {
          fail("ack-of-other-count");
        }
      }
      case Opening _, Ready _ -> fail("unexpected-bytes");
    }
  }

  private void becomeReady() {
    stopWaiting();
    state = new Ready();
    pump();
  }

  private void waitFor(String kindWhenTooLate) {
    patience = loop.after(settings.patience().toMillis(), () -> fail(kindWhenTooLate));
  }

  private void stopWaiting() {
    DeviceLoop.Timer waiting = patience;
    if (waiting != null) {
      waiting.cancel();
      patience = null;
    }
  }

  private void fail(String kind) {
    if (!isEnded) {
      counts.errors.add(kind);
      end();
    }
  }

  /// Hangs up; the end is told as for any other.
  void hangUp() {
    end();
  }

  @Override
  public void channelInactive(ChannelHandlerContext closed) {
    if (!isEnded) {
      fail(state instanceof LoggingIn ? "closed-at-login" : "closed-by-gateway");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext open, Throwable cause) {
    fail("connection-reset");
  }

  private void end() {
    if (isEnded) {
      return;
    }
    isEnded = true;
    stopWaiting();
    if (letInAtMs > 0) {
      counts.connected.decrementAndGet();
    }
    flash.connectionLost();
    ChannelHandlerContext open = context;
    if (open != null) {
      var _ = open.close();
    }
    onEnd.accept(letInAtMs > 0 ? Math.max(1, clock.nowMs() - letInAtMs) : 0);
  }
}
