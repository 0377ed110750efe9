package com.northwind.dispatch.routing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStack.class)
class LateDatabaseTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void saysWhatIsMissingUntilItsDatabaseIsThere(@TempDir Path directory, LocalBroker broker)
      throws Exception {
    int adminPort = freePort();
    try (LocalPostgres postgres = LocalPostgres.start(directory);
        ProcessLifecycle lifecycle = new ProcessLifecycle();
        ExecutorService starter = Executors.newVirtualThreadPerTaskExecutor()) {
      // Given: a database that is away
      TestDatabase database = TestDatabase.on(postgres);
      postgres.stop();

      // When: the service starts
      Settings settings = Settings.of(environment(broker, database, adminPort));
      var started =
          starter.submit(
              () -> RoutingService.start(settings, lifecycle, Clock.systemUTC()).restPort());

      // Then: it lives, and says what it waits for
      await().atMost(SOON).ignoreExceptions().until(() -> status(adminPort, "/healthz") == 200);
      String missing = body(adminPort, "/readyz");

      // When
      postgres.restart();

      // Then
      started.get();
      await().atMost(SOON).until(() -> status(adminPort, "/readyz") == 200);
      assertEquals("not ready: database, migrations, start\n", missing);
    }
  }

  private static Map<String, String> environment(
      LocalBroker broker, TestDatabase database, int adminPort) {
    return Map.of(
        "NORTHWIND_NODE", "routing-late",
        "NORTHWIND_KAFKA", broker.bootstrapServers(),
        "NORTHWIND_BIND_ADDRESS", "127.0.0.1",
        "NORTHWIND_HTTP_PORT", "0",
        "NORTHWIND_ADMIN_PORT", Integer.toString(adminPort),
        "NORTHWIND_DATABASE_URL", database.jdbcUrl(),
        "NORTHWIND_DATABASE_USER", database.user(),
        "NORTHWIND_DATABASE_PASSWORD", database.password());
  }

  private int status(int port, String path) throws IOException, InterruptedException {
    return get(port, path).statusCode();
  }

  private String body(int port, String path) throws IOException, InterruptedException {
    return get(port, path).body();
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
