package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.fake.EldFrames;
import com.northwind.dispatch.gateway.fake.EldSocket;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.gateway.listener.EldListenerConfig;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Who may be connected, and what everybody hears of it.
@TestInstance(Lifecycle.PER_CLASS)
class EldSessionTest {
  private static final Duration IDLE = Duration.ofSeconds(2);

  private RunningGateway gateway;
  private TopicProbe sessions;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    EldListenerConfig impatient =
        new EldListenerConfig(0, 0, Duration.ofSeconds(1), IDLE, 1_000, 10, 256 << 10);
    gateway =
        RunningGateway.start(
            LocalBroker.shared().bootstrapServers(), directory, impatient, 32 << 20);
    sessions = gateway.probe(Topics.DEVICE_SESSIONS);
  }

  @AfterAll
  void stop() {
    sessions.close();
    gateway.close();
  }

  @Test
  void tellsThatADeviceCameAndWent() throws Exception {
    Device device = gateway.addEld();
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      Session started = sessionsOf(device, 1).getFirst();
      assertEquals(1, started.getEpoch());
      assertTrue(connectionOf(device).contains("\"connected\":true"));
      eld.send(EldFrames.record(1));
      eld.expectAck(1);
    }

    Session ended = sessionsOf(device, 2).get(1);
    assertEquals(SessionEndReason.SESSION_END_REASON_CLOSED_BY_DEVICE, ended.getEndReason());
    assertEquals(1, ended.getEpoch());
    assertTrue(connectionOf(device).contains("\"connected\":false"));
  }

  @Test
  void letsTheNewestConnectionOfADeviceWin() throws Exception {
    Device device = gateway.addEld();
    EldSocket older = EldSocket.loggedIn(port(), device.getImei());
    assertEquals(1, sessionsOf(device, 1).size());
    try (EldSocket newer = EldSocket.loggedIn(port(), device.getImei())) {
      older.expectClosed();
      newer.send(EldFrames.record(1));
      newer.expectAck(1);

      List<Session> told = sessionsOf(device, 3);
      assertEquals(SessionEndReason.SESSION_END_REASON_REPLACED, told.get(1).getEndReason());
      assertEquals(1, told.get(1).getEpoch());
      assertEquals(2, told.get(2).getEpoch());
      assertTrue(connectionOf(device).contains("\"connected\":true"));
    }
  }

  @Test
  void slowsTwoDevicesThatShareAnIdentityInsteadOfKickingThemInALoop() throws Exception {
    Device device = gateway.addEld();
    int connections = 4;
    List<EldSocket> elds = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      elds.add(EldSocket.loggedIn(port(), device.getImei()));
    }
    try (EldSocket tooMuch = EldSocket.connect(port())) {
      tooMuch.login(device.getImei());
      tooMuch.expectClosed();
    }

    EldSocket newest = elds.getLast();
    newest.send(EldFrames.record(1));
    newest.expectAck(1);
    assertEquals(1, gateway.meter("northwind_gateway_eld_duplicate_identities_total"));
    for (EldSocket eld : elds) {
      eld.close();
    }
  }

  @Test
  void cutsADeviceThatIsSuspendedWhileItIsConnectedAndRefusesItsReturn() throws Exception {
    Device device = gateway.addEld();
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      gateway.put(device.toBuilder().setStatus(DeviceStatus.DEVICE_STATUS_SUSPENDED).build());
      eld.expectClosed();
    }
    try (EldSocket again = EldSocket.connect(port())) {
      again.login(device.getImei());
      again.expect("00");
      again.expectClosed();
    }

    assertEquals(
        SessionEndReason.SESSION_END_REASON_REVOKED, sessionsOf(device, 2).get(1).getEndReason());
  }

  @Test
  void acceptsADeviceAsSoonAsItIsInTheDirectory() throws Exception {
    Device device = gateway.addEld().toBuilder().setImei(RunningGateway.freshImei()).build();
    try (EldSocket early = EldSocket.connect(port())) {
      early.login(device.getImei());
      early.expect("00");
    }
    assertTrue(gateway.get("/v1/unknown-devices").body().contains(device.getImei()));

    gateway.put(device);

    Awaitility.await()
        .until(() -> !gateway.get("/v1/unknown-devices").body().contains(device.getImei()));
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      eld.send(EldFrames.record(1));
      eld.expectAck(1);
    }
  }

  @Test
  void closesADeviceThatIsSilentLongerThanAllowed() throws Exception {
    Device device = gateway.addEld();
    try (EldSocket eld = EldSocket.loggedIn(port(), device.getImei())) {
      eld.expectClosed();
    }
    assertEquals(
        SessionEndReason.SESSION_END_REASON_SILENT, sessionsOf(device, 2).get(1).getEndReason());
  }

  @Test
  void closesAConnectionThatNeverSaysWhoItIs() throws Exception {
    try (EldSocket nobody = EldSocket.connect(port())) {
      nobody.expectClosed();
    }
  }

  private int port() {
    return gateway.gateway().eldTcpPort();
  }

  private String connectionOf(Device device) {
    return gateway.get("/v1/devices/" + device.getDeviceId() + "/connection").body();
  }

  private List<Session> sessionsOf(Device device, int count) {
    return sessions.await(
        Session.class, it -> it.getDeviceId().equals(device.getDeviceId()), count);
  }
}
