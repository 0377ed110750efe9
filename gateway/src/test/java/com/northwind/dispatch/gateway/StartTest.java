package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.gateway.listener.EldListenerConfig;
import com.northwind.dispatch.localstack.identity.DevelopmentIdentity;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a gateway comes up, and when it says that it can serve.
class StartTest {
  @Test
  void saysThatItLivesButIsNotReadyWhileKafkaIsAway(@TempDir Path directory) throws Exception {
    int adminPort = freePort();
    GatewayConfig config = config("127.0.0.1:" + freePort(), adminPort, directory);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Future<Gateway> _ = threads.submit(() -> Gateway.start(config, Clock.systemUTC()));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> get(http, adminPort, "/healthz").statusCode() == 200);

      HttpResponse<String> ready = get(http, adminPort, "/readyz");

      assertEquals(503, ready.statusCode());
      assertTrue(ready.body().contains("device.directory"), ready.body());
      assertTrue(ready.body().contains("listeners"), ready.body());
    } finally {
      threads.shutdownNow();
      assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS), "the start did not end");
    }
  }

  @Test
  void isReadyOnceItKnowsEveryDeviceSessionAndSheet(@TempDir Path directory) throws Exception {
    try (RunningGateway gateway =
        RunningGateway.start(LocalBroker.shared().bootstrapServers(), directory)) {
      assertEquals(200, gateway.get("/readyz").statusCode());
    }
  }

  @Test
  void namesThePortThatIsTaken(@TempDir Path directory) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GatewayConfig config =
          config(LocalBroker.shared().bootstrapServers(), taken.getLocalPort(), directory);
      IOException problem =
          assertThrows(IOException.class, () -> Gateway.start(config, Clock.systemUTC()));
      assertTrue(String.valueOf(problem.getMessage()).contains("" + taken.getLocalPort()));
    }
  }

  @Test
  void endsTheSessionsThatAKilledGatewayOfItsNameLeftBehind(@TempDir Path directory)
      throws Exception {
    String node = RunningGateway.freshNode();
    Session left =
        Session.newBuilder()
            .setDeviceId("ELD-of-" + node)
            .setKind(DeviceKind.DEVICE_KIND_ELD)
            .setNode(node)
            .setEpoch(7)
            .setSince(Timestamp.newBuilder().setSeconds(1_700_000_000))
            .build();
    String kafka = LocalBroker.shared().bootstrapServers();
    try (RunningGateway other = RunningGateway.start(kafka, directory);
        TopicProbe sessions = other.probe(Topics.DEVICE_SESSIONS)) {
      other.publish(Topics.DEVICE_SESSIONS, left.getDeviceId(), left);

      RunningGateway.startAs(node, kafka, directory).close();

      Session ended =
          sessions
              .await(Session.class, it -> it.getDeviceId().equals(left.getDeviceId()), 2)
              .get(1);
      assertEquals(7, ended.getEpoch());
      assertEquals(SessionEndReason.SESSION_END_REASON_CONNECTION_LOST, ended.getEndReason());
    }
  }

  @Test
  void knowsNothingOfADeviceThatIsNotInTheDirectory(@TempDir Path directory) throws Exception {
    try (RunningGateway gateway =
        RunningGateway.start(LocalBroker.shared().bootstrapServers(), directory)) {
      HttpResponse<String> answer = gateway.get("/v1/devices/ELD-nobody/connection");
      assertEquals(404, answer.statusCode());
      assertTrue(answer.body().contains("urn:northwind:problem:no-such-device"), answer.body());
    }
  }

  private static GatewayConfig config(String kafka, int adminPort, Path directory) {
    return RunningGateway.config(
        RunningGateway.freshNode(),
        kafka,
        adminPort,
        DevelopmentIdentity.in(directory, Instant.now()),
        EldListenerConfig.DEFAULTS,
        32 << 20);
  }

  private static HttpResponse<String> get(HttpClient http, int port, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
