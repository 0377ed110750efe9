package com.northwind.dispatch.tabletpush.grpc;

import io.grpc.ServerBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Settings of the HTTP/2 transport that both ends must agree on, in one place.
///
/// The session's own heartbeats find a silent tablet; the transport's pings find a dead connection
/// under a stream that the gateway does not read because Kafka is away.
public final class TransportSettings {
  /// A tablet may send HTTP/2 pings this often, and not more often.
  public static final Duration CLIENT_PING_AT_MOST_EVERY = Duration.ofSeconds(10);

  /// How often a tablet that uses HTTP/2 pings sends one.
  public static final Duration CLIENT_PING_EVERY = Duration.ofSeconds(20);

  /// How often the gateway pings a connection on which nothing moves.
  public static final Duration SERVER_PING_EVERY = Duration.ofSeconds(60);

  /// How long an answer to a ping may take.
  public static final Duration SERVER_PING_TIMEOUT = Duration.ofSeconds(20);

  /// Largest metadata a tablet may send, bytes; a token takes about 500.
  public static final int MAX_METADATA_BYTES = 8 * 1024;

  /// The transport's own bound on a message, bytes. The service refuses smaller ones already, with
  /// a reason; this one only protects memory.
  public static final int MAX_FRAME_BYTES = 1024 * 1024;

  private TransportSettings() {}

  /// Applies the settings to a network server. The service needs no executor: nothing in it waits,
  /// so it runs on the event loops.
  public static <T extends ServerBuilder<T>> T applyTo(T server) {
    return server
        .directExecutor()
        .keepAliveTime(SERVER_PING_EVERY.toSeconds(), TimeUnit.SECONDS)
        .keepAliveTimeout(SERVER_PING_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
        .permitKeepAliveTime(CLIENT_PING_AT_MOST_EVERY.toSeconds(), TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(false)
        .maxInboundMetadataSize(MAX_METADATA_BYTES)
        .maxInboundMessageSize(MAX_FRAME_BYTES);
  }
}
