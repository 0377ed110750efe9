package com.northwind.dispatch.schemaregistry;

import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.schemaregistry.log.LogSettings;
import java.net.InetSocketAddress;
import java.time.Duration;

/// The registry's settings.
///
/// @param rest where clients ask
/// @param admin where operators ask
/// @param log where everything is kept
record RegistrySettings(InetSocketAddress rest, InetSocketAddress admin, LogSettings log) {
  private static final int DEFAULT_HTTP_PORT = 8085;
  private static final int DEFAULT_ADMIN_PORT = 9105;
  private static final Duration DEFAULT_WRITE_LIMIT = Duration.ofSeconds(10);

  /// Reads the settings; the caller checks them.
  static RegistrySettings from(Settings settings, String name) {
    String node = settings.text("NODE", name);
    String bind = settings.text("BIND_ADDRESS", "0.0.0.0");
    int httpPort = settings.port("HTTP_PORT", DEFAULT_HTTP_PORT);
    int adminPort = settings.port("ADMIN_PORT", DEFAULT_ADMIN_PORT);
    LogSettings log =
        new LogSettings(
            KafkaSettings.from(settings, node),
            settings.text("SCHEMA_TOPIC", LogSettings.TOPIC),
            (short) settings.integer("REPLICATION_FACTOR", 1, 1, 9),
            settings.duration("WRITE_LIMIT", DEFAULT_WRITE_LIMIT, Duration.ofSeconds(1)));
    return new RegistrySettings(
        new InetSocketAddress(bind, httpPort), new InetSocketAddress(bind, adminPort), log);
  }
}
