package com.northwind.dispatch.schemaregistry;

import static org.awaitility.Awaitility.await;

import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.schemaregistry.registration.ShippedContracts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The registry as it runs in production, in this JVM and on a real broker, for tests.
final class RunningRegistry implements AutoCloseable {
  /// What the builds of tests ship unless they say otherwise.
  static final List<ApprovedSchema> SHIPPED =
      List.of(
          new ApprovedSchema("northwind.test.v1.Parked", 1, Schemas.object("vehicleId")),
          new ApprovedSchema("northwind.test.v1.Parked", 2, Schemas.object("vehicleId", "place")),
          new ApprovedSchema("northwind.test.v1.Left", 1, Schemas.object("vehicleId", "at")));

  private final ProcessLifecycle lifecycle = new ProcessLifecycle();
  private final SchemaRegistry registry;
  private final RegistryClient client;

  private RunningRegistry(Map<String, String> environment, List<ApprovedSchema> shipped)
      throws IOException {
    RegistrySettings settings = RegistrySettings.from(Settings.of(environment), "schema-registry");
    registry =
        SchemaRegistry.start(settings, ShippedContracts.of(shipped), lifecycle, Clock.systemUTC());
    lifecycle.started();
    client = new RegistryClient(registry.restPort());
  }

  /// A name for a log of its own on the shared broker.
  static String freshTopic() {
    return "contracts.schemas." + UUID.randomUUID();
  }

  /// Starts a registry and waits until it is ready.
  static RunningRegistry start(String bootstrapServers, String topic, String node)
      throws IOException {
    RunningRegistry running = startWithoutWaiting(bootstrapServers, topic, node, SHIPPED);
    await().atMost(Duration.ofSeconds(60)).until(() -> running.ready().status() == 200);
    return running;
  }

  /// Starts a registry whose Kafka may not be there.
  static RunningRegistry startWithoutWaiting(
      String bootstrapServers, String topic, String node, List<ApprovedSchema> shipped)
      throws IOException {
    return new RunningRegistry(environment(bootstrapServers, topic, node), shipped);
  }

  /// The environment of a registry on any free ports.
  static Map<String, String> environment(String bootstrapServers, String topic, String node) {
    Map<String, String> environment = new HashMap<>();
    environment.put("NORTHWIND_NODE", node);
    environment.put("NORTHWIND_KAFKA", bootstrapServers);
    environment.put("NORTHWIND_SCHEMA_TOPIC", topic);
    environment.put("NORTHWIND_BIND_ADDRESS", "127.0.0.1");
    environment.put("NORTHWIND_HTTP_PORT", "0");
    environment.put("NORTHWIND_ADMIN_PORT", "0");
    return environment;
  }

  RegistryClient client() {
    return client;
  }

  int restPort() {
    return registry.restPort();
  }

  /// What `/readyz` answers.
  RegistryClient.Answer ready() throws IOException, InterruptedException {
    return new RegistryClient(registry.adminPort()).text("/readyz");
  }

  /// What `/metrics` answers.
  String metrics() throws IOException, InterruptedException {
    return new RegistryClient(registry.adminPort()).text("/metrics").text();
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
