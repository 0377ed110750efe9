package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import com.northwind.dispatch.tabletpush.session.StalledReceipt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A tablet that reads slowly, or confirms nothing.
class SlowTabletTest {
  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void getsOnlyTheNewestOfWhatItDidNotTake() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    tablet.stopReading();
    for (int revision = 1; revision <= 10_000; revision++) {
      gateway.publish("D-0001", revision);
    }
    int pushedMeanwhile = gateway.metrics().pushes();

    tablet.readOn();

    var _ = tablet.awaitSheet(10_000);
    assertTrue(pushedMeanwhile <= 2, pushedMeanwhile + " sheets were queued");
    assertEquals(
        gateway.metrics().pushes(),
        gateway.uplink().revisions(ReceiptStage.RECEIPT_STAGE_SENT).size());
  }

  @Test
  void isEndedWhenItTakesNothingForAMinuteThoughItTalks() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    tablet.stopReading();
    gateway.publish("D-0001", 1);
    gateway.publish("D-0001", 2);
    gateway.publish("D-0001", 3);

    for (int i = 0; i < 6; i++) {
      gateway.advance(Duration.ofSeconds(10));
      assertFalse(tablet.isClosed());
      var _ = tablet.heartbeat();
    }
    gateway.advance(Duration.ofSeconds(15));

    assertEquals(0, gateway.push().sessionCount());
    tablet.readOn();
    assertEquals("SILENT", tablet.awaitClosed().reason());
  }

  @Test
  void staysWhileItTakesSomethingNowAndThen() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    tablet.stopReading();

    for (int i = 1; i <= 20; i++) {
      gateway.publish("D-0001", i);
      gateway.advance(Duration.ofSeconds(10));
      tablet.heartbeat().readOne();
    }

    assertFalse(tablet.isClosed());
    assertEquals(1, gateway.push().sessionCount());
  }

  @Test
  void aSheetWithoutAReceiptIsListedAsStalledUntilItComes() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.publish("D-0001", 1);
    gateway.advance(Duration.ofSeconds(6));
    assertEquals(List.of(), gateway.push().stalledReceipts());
    gateway.publish("D-0001", 2);

    gateway.advance(Duration.ofSeconds(6));

    assertEquals(
        List.of(new StalledReceipt("D-0001", "TAB-0001", 2, Duration.ofSeconds(12))),
        gateway.push().stalledReceipts());
    tablet.onDevice(1);
    assertEquals(1, gateway.push().stalledReceipts().size());
    tablet.onDevice(2);
    assertEquals(List.of(), gateway.push().stalledReceipts());
    assertEquals(List.of(Duration.ofSeconds(6)), gateway.metrics().confirmations());
  }

  @Test
  void aReconnectThatHasTheSheetEndsTheStall() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.publish("D-0001", 1);
    tablet.disconnect();
    gateway.advance(Duration.ofSeconds(11));
    assertEquals(1, gateway.push().stalledReceipts().size());

    var _ = gateway.connect("TAB-0001", "D-0001").hello(1, 1);

    assertEquals(List.of(), gateway.push().stalledReceipts());
  }

  @Test
  void anAbsentDriversSheetIsNotStalled() {
    gateway.publish("D-0001", 1);

    gateway.advance(Duration.ofMinutes(10));

    assertEquals(List.of(), gateway.push().stalledReceipts());
    assertEquals(1, gateway.push().driverCount());
    assertTrue(gateway.push().mailboxBytes() > 0);
  }

  @Test
  void aSheetThatWasRemovedIsNotSent() {
    gateway.publish("D-0001", 1);
    gateway.push().onRouteSheetRemoved("D-0001");

    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    tablet.awaitCaughtUp();
    assertEquals(List.of(), tablet.sheetRevisions());
    assertEquals(0, gateway.push().mailboxBytes());
  }
}
