package com.northwind.dispatch.simulator.tablet;

import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.link.EventLoops;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;

/// Opens connections to the gateway as tablets do: one connection of its own per tablet and
/// attempt, TLS, and the certificate checked against the fleet's authority.
public final class TabletConnector {
  private static final int MAX_MESSAGE_BYTES = 1 << 20;
  private static final int FLOW_CONTROL_WINDOW_BYTES = 65_535;

  private final SocketAddress gateway;
  private final SslContext tls;
  private final Class<? extends Channel> socketType;

  private TabletConnector(
      SocketAddress gateway, SslContext tls, Class<? extends Channel> socketType) {
    this.gateway = gateway;
    this.tls = tls;
    this.socketType = socketType;
  }

  /// A connector to `gateway` that trusts the authority in the PEM file `caCertificate`.
  ///
  /// @throws IOException when the file cannot be used
  public static TabletConnector trusting(
      Path caCertificate, SocketAddress gateway, EventLoops loops) throws IOException {
    try {
      SslContext tls = GrpcSslContexts.forClient().trustManager(caCertificate.toFile()).build();
      return new TabletConnector(gateway, tls, loops.socketType());
    } catch (IllegalArgumentException e) {
      throw new IOException(caCertificate + " is not a PEM certificate", e);
    }
  }

  /// For a run without tablets: nothing to trust and nowhere to go.
  ///
  /// @throws IOException when this machine has no TLS
  public static TabletConnector none(EventLoops loops) throws IOException {
    return new TabletConnector(
        InetSocketAddress.createUnresolved("nowhere.invalid", 1),
        GrpcSslContexts.forClient().build(),
        loops.socketType());
  }

  /// A channel that lives on `loop`: everything it tells is told there.
  ManagedChannel open(DeviceLoop loop) {
    return NettyChannelBuilder.forAddress(gateway)
        .eventLoopGroup(loop.netty())
        .channelType(socketType)
        .sslContext(tls)
        .directExecutor()
        .offloadExecutor(Runnable::run)
        .disableRetry()
        .maxTraceEvents(0)
        .flowControlWindow(FLOW_CONTROL_WINDOW_BYTES)
        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
        .build();
  }
}
