package com.northwind.dispatch.schemaregistry;

import com.northwind.dispatch.contractrules.approved.ApprovedSchemas;
import com.northwind.dispatch.processkit.admin.AdminServer;
import com.northwind.dispatch.processkit.admin.Readiness;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.processkit.metrics.Metrics;
import com.northwind.dispatch.schemaregistry.log.SchemaLog;
import com.northwind.dispatch.schemaregistry.log.SchemaWriter;
import com.northwind.dispatch.schemaregistry.registration.Registry;
import com.northwind.dispatch.schemaregistry.registration.ShippedContracts;
import com.northwind.dispatch.schemaregistry.registration.ShippedRegistration;
import com.northwind.dispatch.schemaregistry.rest.RegistryApi;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// The schema registry, wired.
final class SchemaRegistry {
  static final String NAME = "schema-registry";

  private final HttpApi api;
  private final AdminServer admin;

  private SchemaRegistry(HttpApi api, AdminServer admin) {
    this.api = api;
    this.admin = admin;
  }

  /// Starts everything; its parts belong to the lifecycle. Does not wait for Kafka.
  static SchemaRegistry start(Settings environment, ProcessLifecycle lifecycle, Clock clock)
      throws IOException {
    RegistrySettings settings = RegistrySettings.from(environment, NAME);
    environment.check();
    ShippedContracts shipped =
        ShippedContracts.of(ApprovedSchemas.fromClasspath(SchemaRegistry.class.getClassLoader()));
    return start(settings, shipped, lifecycle, clock);
  }

  /// Starts everything for a build that ships these contracts.
  static SchemaRegistry start(
      RegistrySettings settings, ShippedContracts shipped, ProcessLifecycle lifecycle, Clock clock)
      throws IOException {
    Metrics metrics = lifecycle.own("metrics", Metrics.of(NAME, settings.log().kafka().node()));
    Readiness readiness = new Readiness();
    readiness.require("schema-log", () -> false);
    AdminServer admin =
        lifecycle.own("admin", AdminServer.start(settings.admin(), readiness, metrics));
    SchemaLog schemaLog =
        lifecycle.own("schema-log", SchemaLog.start(settings.log(), metrics.registry()));
    RegistryMeters.watch(schemaLog, metrics.registry());
    readiness.require("schema-log", schemaLog::readOnce);
    readiness.require("schema-log-sound", () -> schemaLog.damage().isEmpty());
    SchemaWriter writer =
        lifecycle.own(
            "schema-writer",
            new SchemaWriter(
                settings.log(),
                schemaLog,
                shipped::missing,
                new RegistryMeters(metrics.registry()),
                clock));
    Registry registry = new Registry(schemaLog, writer, shipped);
    lifecycle.own(
        "shipped-contracts",
        ShippedRegistration.start(registry, schemaLog, shipped, metrics.registry()));
    HttpApi api =
        lifecycle.own(
            "rest",
            RegistryApi.start(
                settings.rest(), registry, schemaLog::clusterId, version(), metrics.registry()));
    return new SchemaRegistry(api, admin);
  }

  /// The REST port in use.
  int restPort() {
    return api.port();
  }

  /// The admin port in use.
  int adminPort() {
    return admin.port();
  }

  /// The version in the jar's manifest; there is none where classes are run from a directory.
  private static String version() {
    return Optional.ofNullable(SchemaRegistry.class.getPackage().getImplementationVersion())
        .orElse("unreleased");
  }
}
