package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Move;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TabletInbox.Closed;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import com.northwind.dispatch.tabletpush.session.SessionRules;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Heartbeats, silence, and why a session is over.
class LivenessTest {
  private static final Duration HEARTBEAT = SessionRules.DEFAULTS.heartbeat();

  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static long heartbeats(FakeTablet tablet) {
    return tablet.received().stream().filter(GatewayToTablet::hasHeartbeat).count();
  }

  private void live(FakeTablet tablet, Duration span) {
    for (long second = 0; second < span.toSeconds(); second += 5) {
      gateway.advance(Duration.ofSeconds(5));
      if (!tablet.isClosed()) {
        var _ = tablet.onDevice(1);
      }
    }
  }

  private SessionEndReason loggedEnd() {
    return gateway.sessionLog().lastOf("TAB-0001").orElseThrow().getEndReason();
  }

  @Test
  void sendsAHeartbeatOnAQuietStream() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    gateway.advance(HEARTBEAT.plusSeconds(1));

    assertEquals(1, heartbeats(tablet));
  }

  @Test
  void answersAHeartbeat() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001").heartbeat();

    var _ = tablet.await("Heartbeat", GatewayToTablet::hasHeartbeat);
  }

  @Test
  void aBusyStreamNeedsNoHeartbeat() {
    gateway.publish("D-0001", 1);
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    live(tablet, Duration.ofMinutes(2));

    assertEquals(0, heartbeats(tablet));
  }

  @Test
  void aSilentTabletIsOfflineWithinOneAndAHalfHeartbeatsAndFiveSeconds() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    gateway.advance(HEARTBEAT.multipliedBy(3).dividedBy(2));
    assertFalse(tablet.isClosed());
    gateway.advance(Duration.ofSeconds(5));

    Closed closed = tablet.awaitClosed();
    assertEquals(Status.Code.DEADLINE_EXCEEDED, closed.status().getCode());
    assertEquals("SILENT", closed.reason());
    assertEquals(SessionEndReason.SESSION_END_REASON_SILENT, loggedEnd());
    assertEquals(0, gateway.push().sessionCount());
  }

  @Test
  void aTabletThatShowsLifeStays() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    for (int i = 0; i < 100; i++) {
      gateway.advance(HEARTBEAT);
      var _ = tablet.heartbeat();
    }

    assertFalse(tablet.isClosed());
  }

  @Test
  void tellsWhyEachSessionEnded() {
    gateway.open("TAB-0001", "D-0001").leave();
    assertEquals(SessionEndReason.SESSION_END_REASON_CLOSED_BY_DEVICE, loggedEnd());

    gateway.open("TAB-0001", "D-0001").disconnect();
    assertEquals(SessionEndReason.SESSION_END_REASON_CONNECTION_LOST, loggedEnd());

    gateway.open("TAB-0001", "D-0001").hello();
    assertEquals(SessionEndReason.SESSION_END_REASON_PROTOCOL_ERROR, loggedEnd());

    gateway.open("TAB-0001", "D-0001");
    gateway.push().revoke("TAB-0001", "lost");
    assertEquals(SessionEndReason.SESSION_END_REASON_REVOKED, loggedEnd());

    assertEquals(
        List.of(CloseReason.CLOSE_REASON_PROTOCOL, CloseReason.CLOSE_REASON_REVOKED),
        gateway.metrics().closes());
    assertEquals(4, gateway.metrics().ends().size());
  }

  @Test
  void anOldSessionIsAskedToMoveAndLeavesAtTheLatestWhenItsGraceEnds() {
    gateway.publish("D-0001", 1);
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    live(tablet, Duration.ofHours(9));
    assertFalse(tablet.received().stream().anyMatch(GatewayToTablet::hasMove));
    live(tablet, Duration.ofHours(6));

    Move move = tablet.awaitMove();
    assertTrue(move.getAfterMs() <= HEARTBEAT.toMillis());
    assertEquals("DRAIN", tablet.awaitClosed().reason());
  }
}
