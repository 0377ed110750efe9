package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.fake.EldFrames;
import com.northwind.dispatch.gateway.fake.EldSocket;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TabletChannel;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a gateway that is told to stop does for those who are connected.
class DrainTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Test
  void acknowledgesWhatEldsHaveSentAndMovesTabletsBeforeItStops(
      @TempDir Path brokerFiles, @TempDir Path directory) throws Exception {
    try (LocalBroker broker = LocalBroker.start(brokerFiles)) {
      RunningGateway gateway = RunningGateway.start(broker.bootstrapServers(), directory);
      Device eldDevice = gateway.addEld();
      Device tabletDevice = gateway.addTablet();
      String driver = "D-" + UUID.randomUUID();
      String token =
          gateway.identity().tokens().issue(tabletDevice.getDeviceId(), driver, Instant.now());
      try (TabletChannel channel = TabletChannel.to(gateway);
          EldSocket eld = EldSocket.loggedIn(gateway.gateway().eldTcpPort(), eldDevice.getImei());
          FakeTablet tablet =
              FakeTablet.connect(channel.channel(), tabletDevice.getDeviceId(), driver, token)
                  .hello()) {
        tablet.awaitCaughtUp();
        Awaitility.await().until(() -> bytesInFlight(gateway) == 0);
        broker.pause();
        eld.send(EldFrames.records(Instant.now(), 1, 4));
        Awaitility.await().until(() -> bytesInFlight(gateway) > 0);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
        tablet.awaitMove();
        broker.resume();

        eld.expectAck(4);
        eld.expectClosed();
        assertTrue(tablet.awaitClosed().reason().endsWith("DRAIN"));
        stopped.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
      assertToldAsDrained(broker, eldDevice);
      assertToldAsDrained(broker, tabletDevice);
    }
  }

  private static double bytesInFlight(RunningGateway gateway) {
    return gateway.meter("northwind_gateway_bytes_in_flight");
  }

  private static void assertToldAsDrained(LocalBroker broker, Device device) {
    try (TopicProbe sessions = TopicProbe.of(Topics.DEVICE_SESSIONS, broker.bootstrapServers())) {
      Session ended =
          sessions
              .await(Session.class, it -> it.getDeviceId().equals(device.getDeviceId()), 2)
              .get(1);
      assertEquals(SessionEndReason.SESSION_END_REASON_DRAIN, ended.getEndReason());
    }
  }
}
