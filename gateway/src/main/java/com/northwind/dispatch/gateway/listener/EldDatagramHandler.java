package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.DatagramDecoder;
import com.northwind.dispatch.eldprotocols.protocol.DatagramProtocol;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.DeviceIdentity;
import com.northwind.dispatch.gateway.device.Admission;
import com.northwind.dispatch.gateway.eventloop.PeerAddress;
import com.northwind.dispatch.gateway.ingest.PublishLane;
import com.northwind.dispatch.gateway.ingest.RejectSource;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads datagrams: each is complete in itself, admitted for itself, and answered to where it came
/// from once it is durable. An answer that is lost makes the device send again, as the protocol
/// wants.
///
/// When too much waits for Kafka the socket is not read; the kernel then drops what does not fit,
/// and the devices, which were not answered, send it again.
final class EldDatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final Logger log = LoggerFactory.getLogger(EldDatagramHandler.class);

  private final String protocol;
  private final DatagramDecoder decoder;
  private final EldServices services;
  private final Intake intake;
  private final DatagramPresence presence;
  private int owed;
  private boolean draining;

  EldDatagramHandler(DatagramProtocol protocol, EldServices services, EventLoop loop) {
    this.protocol = protocol.name();
    this.decoder = protocol.openDatagrams();
    this.services = services;
    this.intake = services.intake();
    this.presence =
        new DatagramPresence(services.sessions(), loop, services.config().idleTimeout());
  }

  /// Reads nothing any more; closes the socket once everything that was read is answered.
  void drain(ChannelHandlerContext ctx) {
    draining = true;
    ctx.channel().config().setAutoRead(false);
    presence.endAll(SessionEndReason.SESSION_END_REASON_DRAIN);
    closeIfDrained(ctx);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    long period = services.config().idleTimeout().dividedBy(4).toMillis() + 1;
    ScheduledFuture<?> _ =
        ctx.executor()
            .scheduleWithFixedDelay(
                () -> presence.sweep(System.nanoTime()), period, period, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    if (draining) {
      return;
    }
    WireBytes frame = WireBytes.copyOf(packet.content());
    for (Decoded decoded : decoder.decode(packet.content())) {
      take(ctx, decoded, frame, packet.sender());
    }
    if (intake.isFull()) {
      ctx.channel().config().setAutoRead(false);
      intake.whenRoom(() -> ctx.executor().execute(() -> resume(ctx)));
    }
  }

  private void resume(ChannelHandlerContext ctx) {
    if (!draining) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  private void settle(ChannelHandlerContext ctx) {
    owed--;
    closeIfDrained(ctx);
  }

  private void closeIfDrained(ChannelHandlerContext ctx) {
    if (draining && owed == 0) {
      ChannelFuture _ = ctx.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    log.atWarn().setCause(cause).log("datagram not handled");
  }

  private void take(
      ChannelHandlerContext ctx, Decoded decoded, WireBytes frame, InetSocketAddress sender) {
    switch (decoded) {
      case Decoded.RecordBatch batch -> records(ctx, batch, frame, sender);
      case Decoded.CommandReply reply ->
          refuse(
              ctx,
              UnaskedReply.asReject(reply.content()),
              source("", reply.device().value(), sender));
      case Decoded.KeepAlive(WireBytes answer) -> send(ctx, answer, sender);
      case Decoded.Rejected rejected -> {
        refuse(ctx, rejected.frame(), source("", "", sender));
        send(ctx, rejected.answer(), sender);
      }
      case Decoded.Identification(DeviceIdentity claimed) ->
          log.atDebug()
              .addKeyValue("identity", claimed.value())
              .log("identification in a datagram");
      case Decoded.NeedMoreBytes() -> log.debug("a datagram that asks for more bytes");
    }
  }

  private void records(
      ChannelHandlerContext ctx,
      Decoded.RecordBatch batch,
      WireBytes frame,
      InetSocketAddress sender) {
    String identity = batch.device().value();
    switch (services.directory().admitEld(identity, protocol)) {
      case Admission.Admitted(Device device) -> {
        presence.heard(device, identity, protocol, PeerAddress.of(sender), System.nanoTime());
        publish(ctx, device, batch, frame, sender);
      }
      case Admission.Refused(RejectReason reason, String deviceId, String detail) ->
          refuse(
              ctx,
              new RejectedFrame(frame, frame.length(), reason, 0, detail),
              source(deviceId, identity, sender));
    }
  }

  private void publish(
      ChannelHandlerContext ctx,
      Device device,
      Decoded.RecordBatch batch,
      WireBytes frame,
      InetSocketAddress sender) {
    int records = batch.records().size();
    if (records == 0) {
      send(ctx, batch.acknowledgement().forAccepted(0), sender);
      return;
    }
    owed++;
    int _ =
        intake.records(
            new PublishLane(),
            device,
            batch.records(),
            frame,
            source(device.getDeviceId(), batch.device().value(), sender),
            ctx.executor(),
            new Intake.Outcome() {
              @Override
              public void durable(int bytes) {
                send(ctx, batch.acknowledgement().forAccepted(records), sender);
                settle(ctx);
              }

              @Override
              public void failed(int bytes, String because) {
                log.atDebug().addKeyValue("because", because).log("datagram not acknowledged");
                settle(ctx);
              }
            });
  }

  private void refuse(ChannelHandlerContext ctx, RejectedFrame frame, RejectSource source) {
    intake.refuse(frame, source, ctx.executor());
  }

  private RejectSource source(String deviceId, String identity, InetSocketAddress sender) {
    return new RejectSource(deviceId, identity, protocol, "udp", PeerAddress.of(sender));
  }

  private static void send(ChannelHandlerContext ctx, WireBytes answer, InetSocketAddress to) {
    if (!answer.isEmpty()) {
      ByteBuf out = ctx.alloc().ioBuffer(answer.length());
      answer.writeTo(out);
      ChannelFuture _ = ctx.writeAndFlush(new DatagramPacket(out, to));
    }
  }
}
