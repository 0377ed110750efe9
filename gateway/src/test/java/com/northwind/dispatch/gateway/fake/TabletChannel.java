package com.northwind.dispatch.gateway.fake;

import io.grpc.Channel;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;

/// A TLS connection to a gateway's tablet port that trusts the gateway's authority and nobody else.
public final class TabletChannel implements AutoCloseable {
  private final ManagedChannel channel;

  private TabletChannel(ManagedChannel channel) {
    this.channel = channel;
  }

  /// Connects when first used.
  public static TabletChannel to(RunningGateway gateway) throws IOException {
    return new TabletChannel(
        Grpc.newChannelBuilderForAddress(
                "localhost",
                gateway.gateway().tabletPort(),
                TlsChannelCredentials.newBuilder()
                    .trustManager(gateway.identity().caCertificate().toFile())
                    .build())
            .build());
  }

  /// For any number of tablets.
  public Channel channel() {
    return channel;
  }

  @Override
  public void close() {
    ManagedChannel _ = channel.shutdownNow();
  }
}
