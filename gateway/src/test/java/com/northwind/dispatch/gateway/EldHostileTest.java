package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.gateway.fake.EldFrames;
import com.northwind.dispatch.gateway.fake.EldSocket;
import com.northwind.dispatch.gateway.fake.LeakWatch;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Connections that send whatever comes to mind, always the same whatever for a seed.
@TestInstance(Lifecycle.PER_CLASS)
class EldHostileTest {
  private static final int CONNECTIONS = 300;

  private final Random random = new Random(20_261_122);
  private RunningGateway gateway;
  private Device device;
  private EldSocket neighbour;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    LeakWatch.install();
    gateway = RunningGateway.start(LocalBroker.shared().bootstrapServers(), directory);
    device = gateway.addEld();
    neighbour = EldSocket.loggedIn(gateway.gateway().eldTcpPort(), gateway.addEld().getImei());
  }

  @AfterAll
  void stop() throws Exception {
    neighbour.close();
    gateway.close();
  }

  @Test
  void survivesNoiseWithoutALeakOrALossToOthers() throws Exception {
    for (int i = 0; i < CONNECTIONS; i++) {
      try (EldSocket noisy = EldSocket.connect(gateway.gateway().eldTcpPort())) {
        noisy.send(noise());
      } catch (SocketException e) {
        // The gateway may close while we are still sending.
      }
    }

    neighbour.send(EldFrames.record(1));
    neighbour.expectAck(1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertEquals(1, gateway.meter("northwind_gateway_eld_connections{")));
    LeakWatch.assertNoLeak();
  }

  @Test
  void survivesDamagedFramesOfAKnownDevice() throws Exception {
    byte[] frame = TeltonikaEncoder.encode(EldFrames.records(Instant.now(), 1, 4)).toArray();
    for (int i = 0; i < CONNECTIONS; i++) {
      sendDamaged(frame.clone());
    }

    neighbour.send(EldFrames.record(2));
    neighbour.expectAck(1);
    assertEquals(0, gateway.meter("northwind_gateway_eld_records_failed_total"));
    LeakWatch.assertNoLeak();
  }

  private void sendDamaged(byte[] frame) throws IOException {
    for (int hit = 0; hit < 3; hit++) {
      frame[random.nextInt(frame.length)] ^= (byte) (1 + random.nextInt(255));
    }
    try (EldSocket eld = EldSocket.connect(gateway.gateway().eldTcpPort())) {
      eld.login(device.getImei());
      eld.send(WireBytes.of(Arrays.copyOf(frame, 1 + random.nextInt(frame.length))));
    } catch (SocketException e) {
      // The gateway may close while we are still sending.
    }
  }

  private WireBytes noise() {
    byte[] bytes = new byte[1 + random.nextInt(2_000)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      bytes[0] = 0;
    }
    return WireBytes.of(bytes);
  }
}
