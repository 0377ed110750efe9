package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet.MessageCase;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.Welcome;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A sheet's way to the tablet.
class StateLaneDeliveryTest {
  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void sendsTheNewestSheetAndThenCaughtUp() {
    gateway.publish("D-0001", 1);
    gateway.publish("D-0001", 3);
    gateway.publish("D-0001", 2);

    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    tablet.awaitCaughtUp();
    assertEquals(
        List.of(MessageCase.WELCOME, MessageCase.ROUTE_SHEET, MessageCase.CAUGHT_UP),
        tablet.kinds());
    assertEquals(TestGateway.sheet("D-0001", 3), tablet.awaitSheet(3));
  }

  @Test
  void welcomeNamesEpochRevisionAndHeartbeat() {
    gateway.publish("D-0001", 4);

    Welcome welcome = gateway.connect("TAB-0001", "D-0001").hello(4, 9).awaitWelcome();

    assertEquals(10, welcome.getEpoch());
    assertEquals(4, welcome.getSheetRevision());
    assertEquals(15, welcome.getHeartbeatIntervalS());
    assertEquals("gateway-1", welcome.getNode());
  }

  @Test
  void sendsNothingTheTabletHas() {
    gateway.publish("D-0001", 4);

    FakeTablet tablet = gateway.connect("TAB-0001", "D-0001").hello(4, 1);

    tablet.awaitCaughtUp();
    assertEquals(List.of(MessageCase.WELCOME, MessageCase.CAUGHT_UP), tablet.kinds());
  }

  @Test
  void pushesAnUpdateToALiveSession() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    gateway.publish("D-0001", 1);

    assertEquals(TestGateway.sheet("D-0001", 1), tablet.awaitSheet(1));
  }

  @Test
  void sendsAgainWhatWasNeverConfirmedAfterAReconnect() {
    gateway.publish("D-0001", 1);
    FakeTablet first = gateway.open("TAB-0001", "D-0001");
    var _ = first.awaitSheet(1);
    first.disconnect();

    FakeTablet second = gateway.connect("TAB-0001", "D-0001").hello(0, 1);

    assertEquals(1, second.awaitSheet(1).getRevision());
  }

  @Test
  void tellsSentOncePerRevisionAndSession() {
    gateway.publish("D-0001", 1);
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.publish("D-0001", 1);
    gateway.publish("D-0001", 2);

    var _ = tablet.awaitSheet(2);

    assertEquals(List.of(1, 2), gateway.uplink().revisions(ReceiptStage.RECEIPT_STAGE_SENT));
  }
}
