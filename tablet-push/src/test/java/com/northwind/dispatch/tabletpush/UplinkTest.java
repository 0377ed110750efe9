package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.tablet.v1.Accept;
import com.northwind.dispatch.contracts.tablet.v1.ActionAck;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.PlainTokens;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import com.northwind.dispatch.tabletpush.uplink.UplinkLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a tablet says is acknowledged when it is durable, and not before, whatever the sink does.
class UplinkTest {
  private static final int WINDOW = 4;
  private static final UplinkLimits LIMITS =
      new UplinkLimits(WINDOW, 1024, 2048, Duration.ofMillis(250), Duration.ofSeconds(10));

  private final TestGateway gateway =
      TestGateway.start(TabletPushConfig.defaults("gateway-1").with(LIMITS), new PlainTokens());

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static List<String> ids(List<DriverAction> actions) {
    return actions.stream().map(DriverAction::getActionId).toList();
  }

  private static long ackCount(FakeTablet tablet) {
    return tablet.received().stream().filter(GatewayToTablet::hasActionAck).count();
  }

  @Test
  void acknowledgesAnActionOnlyAfterItIsDurable() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().hold();

    String actionId = tablet.accept("L-1");

    assertEquals(0, ackCount(tablet));
    gateway.uplink().release();
    assertEquals("", tablet.awaitActionAck(actionId).getRefusedBecause());
  }

  @Test
  void fillsInWhoActedAndWhenItCame() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    DriverAction sparse =
        DriverAction.newBuilder()
            .setActionId("A-1")
            .setLoadId("L-1")
            .setOccurredTime(Timestamp.newBuilder().setSeconds(1))
            .setAccept(Accept.getDefaultInstance())
            .build();

    tablet.act(sparse).awaitActionAck("A-1");

    DriverAction written = gateway.uplink().actions().getFirst();
    assertEquals("D-0001", written.getDriverId());
    assertEquals("TAB-0001", written.getTabletId());
    assertEquals(1_795_325_400L, written.getReceivedTime().getSeconds());
  }

  @Test
  void acknowledgesAReceiptOnlyAfterItIsDurable() {
    gateway.publish("D-0001", 1);
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().hold();

    tablet.onDevice(1);

    assertFalse(tablet.received().stream().anyMatch(GatewayToTablet::hasReceiptAck));
    gateway.uplink().release();
    tablet.awaitReceiptAck(1, ReceiptStage.RECEIPT_STAGE_ON_DEVICE);
    Receipt written = gateway.uplink().receipts().getLast();
    assertEquals("D-0001", written.getDriverId());
    assertEquals("TAB-0001", written.getTabletId());
    assertEquals(1, written.getEpoch());
  }

  @Test
  void readsNoMoreThanTheWindowWhileNothingBecomesDurable() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().hold();

    List<String> said = sayMany(tablet, 100);

    assertEquals(WINDOW, gateway.uplink().heldCount());
    gateway.uplink().release();
    var _ = tablet.awaitActionAck(said.getLast());
    assertEquals(said, ids(gateway.uplink().actions()));
    assertEquals(0, gateway.push().uplinkBytes());
  }

  private static List<String> sayMany(FakeTablet tablet, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(tablet.accept("L-" + i));
    }
    return ids;
  }

  @Test
  void allStreamsTogetherHoldNoMoreThanTheBudgetAndOneMessageEach() {
    gateway.uplink().hold();
    List<FakeTablet> tablets = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tablets.add(gateway.open("TAB-" + i, "D-" + i));
    }
    tablets.forEach(tablet -> sayMany(tablet, WINDOW));

    long bytes = gateway.push().uplinkBytes();
    assertTrue(bytes <= LIMITS.budgetBytes() + 200L * 100, bytes + " bytes");
    assertTrue(gateway.uplink().heldCount() < 200 * WINDOW);

    gateway.uplink().release();
    assertEquals(200 * WINDOW, gateway.uplink().actions().size());
    assertEquals(0, gateway.push().uplinkBytes());
  }

  @Test
  void triesAgainUntilDurableAndKeepsTheOrder() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().fail();
    List<String> said = sayMany(tablet, 6);
    gateway.advance(Duration.ofMinutes(2));
    assertEquals(0, ackCount(tablet));

    gateway.uplink().release();
    gateway.advance(Duration.ofSeconds(10));

    assertEquals(6, ackCount(tablet));
    assertEquals(said, ids(gateway.uplink().actions()));
    assertTrue(gateway.metrics().failedWrites() > 10, "tried while it failed");
    assertTrue(gateway.metrics().failedWrites() < 100, "and not in a hurry");
  }

  @Test
  void aSinkThatIsAwayForLongEndsNoSession() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().hold();
    List<String> said = sayMany(tablet, 10);

    gateway.advance(Duration.ofMinutes(5));

    assertFalse(tablet.isClosed());
    gateway.uplink().release();
    var _ = tablet.awaitActionAck(said.getLast());
  }

  @Test
  void aFullUplinkDoesNotHoldUpASheet() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().hold();
    var _ = sayMany(tablet, 10);

    gateway.publish("D-0001", 1);

    assertEquals(1, tablet.awaitSheet(1).getRevision());
  }

  @Test
  void whatBecomesDurableAfterTheSessionEndedFreesItsBytes() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().hold();
    var _ = sayMany(tablet, 2);
    tablet.disconnect();
    assertTrue(gateway.push().uplinkBytes() > 0);

    gateway.uplink().release();

    assertEquals(0, gateway.push().uplinkBytes());
    assertEquals(2, gateway.uplink().actions().size());
  }

  @Test
  void aSessionThatEndsWhileTheSinkFailsLeavesNothingBehind() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    gateway.uplink().fail();
    var _ = sayMany(tablet, 3);

    tablet.disconnect();
    gateway.advance(Duration.ofMinutes(1));

    assertEquals(0, gateway.push().uplinkBytes());
  }

  @Test
  void refusesAnActionForAnotherDriverAndGoesOn() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    DriverAction foreign =
        DriverAction.newBuilder().setActionId("A-1").setDriverId("D-0002").build();

    ActionAck refusal = tablet.act(foreign).awaitActionAck("A-1");

    assertEquals(
        "the action is for driver D-0002, signed in is D-0001", refusal.getRefusedBecause());
    assertEquals(1, gateway.metrics().refusedActions());
    assertEquals(List.of(), gateway.uplink().actions());
    assertEquals("", tablet.awaitActionAck(tablet.accept("L-1")).getRefusedBecause());
  }

  @Test
  void anActionWithoutAnIdCannotBeAnsweredAndEndsTheStream() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001").act(DriverAction.getDefaultInstance());

    assertEquals("PROTOCOL", tablet.awaitClosed().reason());
  }

  @Test
  void aTabletThatDoesNotReadItsAcksIsNotReadEither() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");
    tablet.stopReading();

    List<String> said = sayMany(tablet, 50);

    assertTrue(gateway.uplink().actions().size() <= WINDOW + 3, "read on without being read");
    tablet.readOn();
    var _ = tablet.awaitActionAck(said.getLast());
  }
}
