package com.northwind.dispatch.gateway.tablet;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The server's end of TLS. A changed certificate and key are taken over for new handshakes without
/// dropping a session; when they are no good the old ones stay.
final class TabletTls implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final SslContext context;
  private final AdvancedTlsX509KeyManager.Closeable looking;

  private TabletTls(SslContext context, AdvancedTlsX509KeyManager.Closeable looking) {
    this.context = context;
    this.looking = looking;
  }

  /// Reads certificate and key.
  ///
  /// @throws IOException when they cannot be read or do not fit; the message names them
  static TabletTls read(Path certificate, Path key, ScheduledExecutorService timer)
      throws IOException {
    AdvancedTlsX509KeyManager manager = new AdvancedTlsX509KeyManager();
    try {
      AdvancedTlsX509KeyManager.Closeable looking =
          manager.updateIdentityCredentials(
              certificate.toFile(), key.toFile(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS, timer);
      return new TabletTls(
          GrpcSslContexts.configure(SslContextBuilder.forServer(manager)).build(), looking);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(
          "cannot use certificate " + certificate + " with key " + key + ": " + e.getMessage(), e);
    }
  }

  /// For the server.
  SslContext context() {
    return context;
  }

  @Override
  public void close() {
    looking.close();
  }
}
