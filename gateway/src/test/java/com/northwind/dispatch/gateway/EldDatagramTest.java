package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.contracts.eld.v1.RejectedFrame;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.gateway.fake.EldFrames;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.gateway.listener.EldListenerConfig;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Devices that speak in datagrams.
@TestInstance(Lifecycle.PER_CLASS)
class EldDatagramTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(500);

  private RunningGateway gateway;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    EldListenerConfig impatient =
        new EldListenerConfig(
            0, 0, Duration.ofSeconds(30), Duration.ofSeconds(2), 1_000, 10, 256 << 10);
    gateway =
        RunningGateway.start(
            LocalBroker.shared().bootstrapServers(), directory, impatient, 32 << 20);
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Test
  void acknowledgesADatagramWhoseRecordsAreDurable() throws Exception {
    Device device = gateway.addEld();
    try (DatagramSocket eld = new DatagramSocket();
        TopicProbe telemetry = gateway.probe(Topics.ELD_TELEMETRY)) {
      send(eld, device.getImei(), 0xCAFE, 7);

      assertEquals("0005cafe010702", receive(eld, PATIENCE));
      assertEquals(
          2,
          telemetry
              .await(Telemetry.class, it -> it.getDeviceId().equals(device.getDeviceId()), 2)
              .size());
    }
  }

  @Test
  void tellsThatADeviceIsThereUntilItIsSilent() throws Exception {
    Device device = gateway.addEld();
    try (DatagramSocket eld = new DatagramSocket();
        TopicProbe sessions = gateway.probe(Topics.DEVICE_SESSIONS)) {
      send(eld, device.getImei(), 1, 1);
      receive(eld, PATIENCE);
      send(eld, device.getImei(), 2, 2);
      receive(eld, PATIENCE);

      List<Session> told =
          sessions.await(Session.class, it -> it.getDeviceId().equals(device.getDeviceId()), 2);
      assertEquals(SessionEndReason.SESSION_END_REASON_SILENT, told.get(1).getEndReason());
      assertEquals(1, told.get(1).getEpoch());
    }
  }

  @Test
  void answersAnUnknownDeviceNothingAndRecordsIt() throws Exception {
    String imei = RunningGateway.freshImei();
    try (DatagramSocket eld = new DatagramSocket();
        TopicProbe rejects = gateway.probe(Topics.ELD_REJECTS)) {
      send(eld, imei, 1, 1);

      RejectedFrame reject =
          rejects
              .await(RejectedFrame.class, it -> it.getClaimedIdentity().equals(imei), 1)
              .getFirst();
      assertEquals(RejectReason.REJECT_REASON_UNKNOWN_DEVICE, reject.getReason());
      assertEquals("udp", reject.getTransport());
      assertThrows(SocketTimeoutException.class, () -> receive(eld, MOMENT));
    }
  }

  @Test
  void recordsADatagramThatIsGarbageAndGoesOn() throws Exception {
    Device device = gateway.addEld();
    WireBytes garbage = WireBytes.ofHex("dead" + "%016x".formatted(System.nanoTime()));
    try (DatagramSocket eld = new DatagramSocket();
        TopicProbe rejects = gateway.probe(Topics.ELD_REJECTS)) {
      send(eld, garbage);
      send(eld, device.getImei(), 2, 2);

      assertEquals("00050002010202", receive(eld, PATIENCE));
      assertEquals(
          1,
          rejects
              .await(RejectedFrame.class, it -> it.getRawHex().equals(garbage.toHex()), 1)
              .size());
    }
  }

  private void send(DatagramSocket from, String imei, int packetId, int avlPacketId)
      throws IOException {
    send(
        from,
        TeltonikaEncoder.datagram(
            packetId, avlPacketId, new Imei(imei), EldFrames.records(Instant.now(), 1, 2)));
  }

  private void send(DatagramSocket from, WireBytes bytes) throws IOException {
    byte[] array = bytes.toArray();
    from.send(
        new DatagramPacket(
            array, array.length, InetAddress.getLoopbackAddress(), gateway.gateway().eldUdpPort()));
  }

  private static String receive(DatagramSocket socket, Duration within) throws IOException {
    socket.setSoTimeout((int) within.toMillis());
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    socket.receive(packet);
    return WireBytes.of(Arrays.copyOf(packet.getData(), packet.getLength())).toHex();
  }
}
