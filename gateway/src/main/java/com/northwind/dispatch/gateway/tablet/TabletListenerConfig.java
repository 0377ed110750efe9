package com.northwind.dispatch.gateway.tablet;

import com.northwind.dispatch.processkit.config.Settings;
import java.nio.file.Path;
import java.time.Duration;

/// How tablets are listened to.
///
/// @param port TCP port, 0 for any free one
/// @param certificate the server's certificate chain, PEM
/// @param key the certificate's private key, PKCS #8 PEM
/// @param tokenKeys public keys that tokens are signed with, a JWKS file
/// @param heartbeat how often a quiet stream gets a heartbeat, 1 s to 5 min
public record TabletListenerConfig(
    int port, Path certificate, Path key, Path tokenKeys, Duration heartbeat) {
  private static final int DEFAULT_PORT = 8443;
  private static final Duration LONGEST_HEARTBEAT = Duration.ofMinutes(5);
  private static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(15);

  /// Reads the settings.
  public static TabletListenerConfig from(Settings settings) {
    return new TabletListenerConfig(
        settings.port("TABLET_PORT", DEFAULT_PORT),
        settings.file("TLS_CERTIFICATE", "certificate chain of the tablet port, PEM"),
        settings.file("TLS_KEY", "private key of that certificate, PKCS #8 PEM"),
        settings.file(
            "TOKEN_KEYS", "JWKS file with the public keys tablets' tokens are signed with"),
        heartbeat(settings));
  }

  private static Duration heartbeat(Settings settings) {
    Duration every =
        settings.duration("TABLET_HEARTBEAT", DEFAULT_HEARTBEAT, Duration.ofSeconds(1));
    return every.compareTo(LONGEST_HEARTBEAT) < 0 ? every : LONGEST_HEARTBEAT;
  }
}
