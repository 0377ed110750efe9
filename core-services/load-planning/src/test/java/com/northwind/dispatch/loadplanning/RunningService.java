package com.northwind.dispatch.loadplanning;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/// The service as it runs in production, in the test's own JVM, on ports of its own.
final class RunningService implements AutoCloseable {
  private final ProcessLifecycle lifecycle = new ProcessLifecycle();
  private final LoadPlanning service;

  private RunningService(Map<String, String> environment) throws IOException, InterruptedException {
    service =
        LoadPlanning.start(
            LoadPlanningSettings.from(Settings.of(environment)), lifecycle, Clock.systemUTC());
  }

  /// The node's name is always the same, as in production: a service that starts again takes its
  /// partitions over at once.
  static RunningService on(TestDatabase database, LocalBroker broker)
      throws IOException, InterruptedException {
    return on(database, broker, 0);
  }

  static RunningService on(TestDatabase database, LocalBroker broker, int adminPort)
      throws IOException, InterruptedException {
    return new RunningService(
        Map.of(
            "NORTHWIND_NODE",
            "test",
            "NORTHWIND_BIND_ADDRESS",
            "127.0.0.1",
            "NORTHWIND_HTTP_PORT",
            "0",
            "NORTHWIND_ADMIN_PORT",
            Integer.toString(adminPort),
            "NORTHWIND_KAFKA",
            broker.bootstrapServers(),
            "NORTHWIND_DATABASE_URL",
            database.jdbcUrl(),
            "NORTHWIND_DATABASE_USER",
            database.user(),
            "NORTHWIND_DATABASE_PASSWORD",
            database.password()));
  }

  Dispatcher dispatcher(String name) {
    return new Dispatcher("http://127.0.0.1:" + service.restPort(), name);
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
