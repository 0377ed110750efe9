package com.northwind.dispatch.servicekit.service;

import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.servicekit.database.DatabaseSettings;
import java.net.InetSocketAddress;

/// What every core service is told by its environment.
///
/// @param name name of the service, e.g. `load-planning`
/// @param node name of this instance, unique among its replicas
/// @param rest where dispatchers' requests come in
/// @param admin where operators' requests come in
/// @param kafka how to reach Kafka
/// @param database how to reach the service's own database
public record ServiceSettings(
    String name,
    String node,
    InetSocketAddress rest,
    InetSocketAddress admin,
    KafkaSettings kafka,
    DatabaseSettings database) {

  /// Ports of a service when its environment names none.
  public record DefaultPorts(int rest, int admin, int database) {}

  /// Reads `NORTHWIND_NODE`, `_BIND_ADDRESS`, `_HTTP_PORT`, `_ADMIN_PORT`, `_KAFKA` and
  /// `_DATABASE_…`.
  public static ServiceSettings from(Settings settings, String name, DefaultPorts defaults) {
    String node = settings.text("NODE", name);
    String bindAddress = settings.text("BIND_ADDRESS", "0.0.0.0");
    return new ServiceSettings(
        name,
        node,
        new InetSocketAddress(bindAddress, settings.port("HTTP_PORT", defaults.rest())),
        new InetSocketAddress(bindAddress, settings.port("ADMIN_PORT", defaults.admin())),
        KafkaSettings.from(settings, node),
        DatabaseSettings.from(
            settings,
            "jdbc:postgresql://127.0.0.1:" + defaults.database() + "/" + name.replace('-', '_')));
  }
}
