package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.fake.EldFrames;
import com.northwind.dispatch.gateway.fake.EldSocket;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What a device that does everything right gets.
@TestInstance(Lifecycle.PER_CLASS)
class EldIngestTest {
  private RunningGateway gateway;
  private TopicProbe telemetry;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    gateway = RunningGateway.start(LocalBroker.shared().bootstrapServers(), directory);
    telemetry = gateway.probe(Topics.ELD_TELEMETRY);
  }

  @AfterAll
  void stop() {
    telemetry.close();
    gateway.close();
  }

  @Test
  void publishesTheRecordsOfAKnownDeviceUnderItsVehicle() throws Exception {
    Device device = gateway.addEld();
    Instant made = Instant.ofEpochMilli(Instant.now().toEpochMilli());

    try (EldSocket eld = EldSocket.loggedIn(gateway.gateway().eldTcpPort(), device.getImei())) {
      eld.send(EldFrames.records(made, 1, 3));
      eld.expectAck(3);
    }

    List<Telemetry> records = recordsOf(device, 3);
    assertEquals(3, records.size());
    Telemetry first = records.getFirst();
    assertEquals(device.getDeviceId(), first.getDeviceId());
    assertEquals("teltonika", first.getProtocol());
    assertEquals(made.getEpochSecond(), first.getDeviceTime().getSeconds());
    assertEquals(41.8781, first.getPosition().getLatitudeDeg(), 1e-6);
    assertTrue(first.hasReceivedTime());
  }

  private List<Telemetry> recordsOf(Device device, int count) {
    return telemetry.await(
        Telemetry.class, record -> record.getVehicleId().equals(device.getVehicleId()), count);
  }
}
