package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TabletInbox.Closed;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One live session per driver and per tablet; the newest wins.
class TakeoverTest {
  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void aSecondTabletOfTheDriverEndsTheFirstWithAReason() {
    FakeTablet first = gateway.open("TAB-0001", "D-0001");

    FakeTablet second = gateway.open("TAB-0002", "D-0001");

    Closed closed = first.awaitClosed();
    assertEquals(Status.Code.ABORTED, closed.status().getCode());
    assertEquals("REPLACED", closed.reason());
    assertEquals(60_000, closed.retryAfterMs());
    gateway.publish("D-0001", 1);
    assertEquals(1, second.awaitSheet(1).getRevision());
    assertEquals(List.of(), first.sheetRevisions());
  }

  @Test
  void theLateEndOfAnOldSessionTakesNeitherRouteNorPresence() {
    FakeTablet old = gateway.open("TAB-0001", "D-0001");
    FakeTablet fresh = gateway.connect("TAB-0001", "D-0001").hello(0, 1);
    assertEquals(2, fresh.awaitWelcome().getEpoch());

    old.disconnect();

    gateway.publish("D-0001", 1);
    assertEquals(1, fresh.awaitSheet(1).getRevision());
    Session last = gateway.sessionLog().lastOf("TAB-0001").orElseThrow();
    assertEquals(2, last.getEpoch());
    assertFalse(last.hasEndedTime());
    assertEquals(1, gateway.push().sessionCount());
  }

  @Test
  void theEndOfAReplacedSessionIsToldBeforeTheNewOne() {
    gateway.open("TAB-0001", "D-0001");
    gateway.connect("TAB-0001", "D-0001").hello(0, 1).awaitWelcome();

    List<Session> records = gateway.sessionLog().records();

    assertEquals(List.of(1, 1, 2), records.stream().map(Session::getEpoch).toList());
    assertEquals(SessionEndReason.SESSION_END_REASON_REPLACED, records.get(1).getEndReason());
  }

  @Test
  void aTabletHandedToAnotherDriverLeavesItsFirstDriver() {
    FakeTablet before = gateway.open("TAB-0001", "D-0001");

    FakeTablet after = gateway.connect("TAB-0001", "D-0002").hello(0, 1);

    assertEquals(2, after.awaitWelcome().getEpoch());
    assertEquals("REPLACED", before.awaitClosed().reason());
    Session last = gateway.sessionLog().lastOf("TAB-0001").orElseThrow();
    assertEquals("D-0002", last.getDriverId());
    assertFalse(last.hasEndedTime());
    assertEquals(1, gateway.push().sessionCount());
  }

  @Test
  void aTabletComesBackToItsOwnSessionAsOftenAsItMust() {
    gateway.open("TAB-0001", "D-0001");
    for (int epoch = 1; epoch <= 20; epoch++) {
      FakeTablet again = gateway.connect("TAB-0001", "D-0001").hello(0, epoch);
      assertEquals(epoch + 1, again.awaitWelcome().getEpoch());
    }
    assertEquals(0, gateway.metrics().takeovers());
  }

  @Test
  void twoDevicesWithOneIdentityAreSlowedAndAlertedOnce() {
    Clone one = new Clone();
    Clone other = new Clone();
    int attempts = 0;
    for (int second = 0; second < 60; second++) {
      attempts += one.connectIfDue(second) ? 1 : 0;
      attempts += other.connectIfDue(second) ? 1 : 0;
      gateway.advance(Duration.ofSeconds(1));
      one.showLife();
      other.showLife();
    }

    assertTrue(attempts > 6, "the clones tried " + attempts + " times");
    int takeovers = gateway.metrics().takeovers();
    assertTrue(takeovers >= 3 && takeovers <= 6, takeovers + " takeovers in a minute");
    assertEquals(1, gateway.metrics().duplicates().size());
    assertEquals("D-0001", gateway.metrics().duplicates().getFirst().driverId());
  }

  /// One of two devices that share an identity. Comes back as soon as it is told it may, at the
  /// latest after two seconds: apps are not patient.
  private final class Clone {
    private FakeTablet stream = gateway.connect("TAB-0001", "D-0001");
    private int epoch;
    private boolean started;

    boolean connectIfDue(int second) {
      if (started && !(stream.isClosed() && second % 2 == 0)) {
        return false;
      }
      started = true;
      stream.close();
      stream = gateway.connect("TAB-0001", "D-0001").hello(0, epoch);
      if (!stream.isClosed()) {
        epoch = stream.awaitWelcome().getEpoch();
      }
      return true;
    }

    void showLife() {
      if (!stream.isClosed()) {
        var _ = stream.heartbeat();
      }
    }
  }

  @Test
  void aQuietSessionIsTakenOverWithoutBeingCounted() {
    gateway.open("TAB-0001", "D-0001");
    gateway.advance(Duration.ofSeconds(16));

    gateway.open("TAB-0002", "D-0001");

    assertEquals(0, gateway.metrics().takeovers());
  }
}
