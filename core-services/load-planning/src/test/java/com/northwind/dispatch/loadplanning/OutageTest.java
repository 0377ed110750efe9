package com.northwind.dispatch.loadplanning;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service while what it stands on is away.
class OutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path directory;

  @Test
  void comesUpBeforeDatabaseAndBrokerSaysWhatIsMissingAndServesOnceTheyAreThere() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"));
        LocalBroker broker = LocalBroker.start(directory.resolve("kafka"));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      TestDatabase database = TestDatabase.on(postgres);
      postgres.stop();
      broker.stop();
      int adminPort = freePort();

      Future<RunningService> start =
          threads.submit(() -> RunningService.on(database, broker, adminPort));
      await()
          .atMost(PATIENCE)
          .until(() -> readiness(adminPort).equals("not ready: database, migrations, start\n"));
      postgres.restart();
      try (RunningService service = start.get()) {
        await()
            .atMost(PATIENCE)
            .until(() -> readiness(adminPort).startsWith("not ready: consumer-actions"));

        Dispatcher ana = service.dispatcher("Ana");
        ana.putDrivers(List.of("D-outage"));
        ana.putTractors(List.of("T-1"));
        assertEquals(201, ana.create("L-outage").status());
        assertEquals(200, ana.assign("L-outage", "D-outage", "T-1").status());

        broker.restart();
        await().atMost(PATIENCE).until(() -> readiness(adminPort).equals("ready\n"));
        try (KafkaPeer peer = new KafkaPeer(broker)) {
          peer.awaitEvent(LoadAssigned.class, "L-outage", _ -> true);
          postgres.kill();
          peer.send(
              Topics.ROUTING_ROUTES,
              "L-outage",
              "r1",
              TestEvents.route("L-outage", "D-outage", 1, 1));
          await()
              .atMost(PATIENCE)
              .until(() -> readiness(adminPort).equals("not ready: database\n"));
          assertEquals("database-unreachable", ana.load("L-outage").problem());
          postgres.restart();
          peer.awaitEvent(RouteSheet.class, "D-outage", sheet -> sheet.getLoadsCount() == 1);
        }
        await().atMost(PATIENCE).until(() -> readiness(adminPort).equals("ready\n"));
        assertEquals("DISPATCHED", ana.load("L-outage").text("status"));
      }
    }
  }

  private static String readiness(int adminPort) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/readyz")).build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "no answer";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
