package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.contracts.eld.v1.RejectedFrame;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.gateway.fake.EldFrames;
import com.northwind.dispatch.gateway.fake.EldSocket;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of bytes that are no good: a reject with the bytes and the reason, one connection
/// lost at most, and no other connection the wiser.
@TestInstance(Lifecycle.PER_CLASS)
class EldBadInputTest {
  private RunningGateway gateway;
  private TopicProbe rejects;
  private EldSocket neighbour;
  private int sequence;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    gateway = RunningGateway.start(LocalBroker.shared().bootstrapServers(), directory);
    rejects = gateway.probe(Topics.ELD_REJECTS);
  }

  @AfterAll
  void stop() {
    rejects.close();
    gateway.close();
  }

  @BeforeEach
  void connectNeighbour() throws Exception {
    neighbour = EldSocket.loggedIn(port(), gateway.addEld().getImei());
  }

  @AfterEach
  void neighbourIsUndisturbed() throws Exception {
    neighbour.send(EldFrames.record(++sequence));
    neighbour.expectAck(1);
    neighbour.close();
  }

  @Test
  void tellsADeviceThatNoneOfAFrameWithAWrongChecksumWasTakenAndGoesOn() throws Exception {
    Device device = gateway.addEld();
    WireBytes wrong = EldFrames.withWrongChecksum(EldFrames.record(1));
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      eld.send(wrong);
      eld.expectAck(0);
      eld.send(EldFrames.record(1));
      eld.expectAck(1);
    }

    RejectedFrame reject = rejectOf(device);
    assertEquals(RejectReason.REJECT_REASON_CHECKSUM, reject.getReason());
    assertEquals(wrong.toHex(), reject.getRawHex());
    assertEquals("teltonika", reject.getProtocol());
    assertEquals("tcp", reject.getTransport());
  }

  @Test
  void closesAConnectionWhoseFramesKeepBeingWrong() throws Exception {
    Device device = gateway.addEld();
    WireBytes wrong = EldFrames.withWrongChecksum(EldFrames.record(1));
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      for (int i = 0; i < 10; i++) {
        eld.send(wrong);
        eld.expectAck(0);
      }
      eld.expectClosed();
    }
    assertEquals(10, rejects.await(RejectedFrame.class, of(device), 10).size());
  }

  @Test
  void closesAConnectionWhoseFrameHasAnImpossibleLength() throws Exception {
    Device device = gateway.addEld();
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      eld.send(WireBytes.ofHex("00000000" + "7fffffff" + "8e01"));
      eld.expectClosed();
    }

    RejectedFrame reject = rejectOf(device);
    assertEquals(RejectReason.REJECT_REASON_LENGTH, reject.getReason());
    assertEquals(4, reject.getOffsetBytes());
  }

  @Test
  void recordsAFrameThatWasCutOff() throws Exception {
    Device device = gateway.addEld();
    byte[] whole = TeltonikaEncoder.encode(EldFrames.record(1)).toArray();
    WireBytes half = WireBytes.of(Arrays.copyOf(whole, whole.length / 2));
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      eld.send(half);
    }

    RejectedFrame reject = rejectOf(device);
    assertEquals(RejectReason.REJECT_REASON_TRUNCATED, reject.getReason());
    assertEquals(half.toHex(), reject.getRawHex());
  }

  @Test
  void refusesRecordsBeforeALogin() throws Exception {
    WireBytes frame = TeltonikaEncoder.encode(EldFrames.record(987_654));
    try (EldSocket eld = EldSocket.connect(port())) {
      eld.send(frame);
      eld.expectClosed();
    }

    RejectedFrame reject = rejectWith(frame);
    assertEquals(RejectReason.REJECT_REASON_NOT_IDENTIFIED, reject.getReason());
  }

  @Test
  void closesAWebBrowserAndSaysSo() throws Exception {
    WireBytes request =
        WireBytes.of(
            ("GET /" + RunningGateway.freshImei() + " HTTP/1.1\r\nHost: eld\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    try (EldSocket browser = EldSocket.connect(port())) {
      browser.send(request);
      browser.expectClosed();
    }

    RejectedFrame reject = rejectWith(request);
    assertEquals(RejectReason.REJECT_REASON_FOREIGN_PROTOCOL, reject.getReason());
    assertTrue(reject.getDetail().contains("HTTP"), reject.getDetail());
    assertEquals("", reject.getDeviceId());
  }

  @Test
  void closesATlsClientAndSaysSo() throws Exception {
    WireBytes clientHello =
        WireBytes.ofHex(
            "1603010200010001fc0303" + "%032x".formatted(System.nanoTime()) + "00".repeat(8));
    try (EldSocket client = EldSocket.connect(port())) {
      client.send(clientHello);
      client.expectClosed();
    }

    RejectedFrame reject = rejectWith(clientHello);
    assertEquals(RejectReason.REJECT_REASON_FOREIGN_PROTOCOL, reject.getReason());
    assertTrue(reject.getDetail().contains("TLS"), reject.getDetail());
  }

  @Test
  void refusesAnUnknownDeviceListsItAndRecordsARetryStormOnce() throws Exception {
    String imei = RunningGateway.freshImei();
    for (int i = 0; i < 5; i++) {
      try (EldSocket stranger = EldSocket.connect(port())) {
        stranger.login(imei);
        stranger.expect("00");
        stranger.expectClosed();
      }
    }

    List<RejectedFrame> recorded =
        rejects.await(RejectedFrame.class, it -> it.getClaimedIdentity().equals(imei), 1);
    assertEquals(1, recorded.size());
    assertEquals(RejectReason.REJECT_REASON_UNKNOWN_DEVICE, recorded.getFirst().getReason());
    String list = gateway.get("/v1/unknown-devices").body();
    assertTrue(list.contains("\"identity\":\"" + imei + "\""), list);
    assertTrue(list.contains("\"attempts\":5"), list);
  }

  private int port() {
    return gateway.gateway().eldTcpPort();
  }

  private RejectedFrame rejectOf(Device device) {
    return rejects.await(RejectedFrame.class, of(device), 1).getFirst();
  }

  private RejectedFrame rejectWith(WireBytes bytes) {
    return rejects
        .await(RejectedFrame.class, it -> it.getRawHex().equals(bytes.toHex()), 1)
        .getFirst();
  }

  private static Predicate<RejectedFrame> of(Device device) {
    return reject -> reject.getDeviceId().equals(device.getDeviceId());
  }
}
