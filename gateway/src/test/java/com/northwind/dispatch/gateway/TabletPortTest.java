package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TabletChannel;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.localstack.identity.DevelopmentIdentity;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TabletInbox;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import io.grpc.Metadata;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Tablets over real TLS, with real tokens, on a real broker.
@TestInstance(Lifecycle.PER_CLASS)
class TabletPortTest {
  private RunningGateway gateway;
  private TabletChannel channel;
  private DevelopmentIdentity stranger;
  private FakeTablet neighbour;

  @BeforeAll
  void start(@TempDir Path directory, @TempDir Path elsewhere) throws Exception {
    gateway = RunningGateway.start(LocalBroker.shared().bootstrapServers(), directory);
    channel = TabletChannel.to(gateway);
    stranger = DevelopmentIdentity.in(elsewhere, Instant.now());
  }

  @AfterAll
  void stop() {
    channel.close();
    gateway.close();
  }

  @BeforeEach
  void connectNeighbour() {
    neighbour = connect(gateway.addTablet().getDeviceId(), freshDriver()).hello();
    neighbour.awaitCaughtUp();
  }

  @AfterEach
  void neighbourIsUndisturbed() {
    String action = neighbour.accept("L-neighbour");
    assertEquals("", neighbour.awaitActionAck(action).getRefusedBecause());
    neighbour.close();
  }

  @Test
  void givesADriverTheNewestSheetAndTellsHowFarItCame() {
    String driver = freshDriver();
    gateway.publish(sheet(driver, 1));
    try (FakeTablet tablet = connect(gateway.addTablet().getDeviceId(), driver).confirming();
        TopicProbe receipts = gateway.probe(Topics.TABLET_RECEIPTS)) {
      tablet.hello();
      tablet.awaitSheet(1);
      tablet.awaitReceiptAck(1, ReceiptStage.RECEIPT_STAGE_ON_DEVICE);
      gateway.publish(sheet(driver, 2));
      tablet.awaitSheet(2);
      tablet.awaitReceiptAck(2, ReceiptStage.RECEIPT_STAGE_ON_DEVICE);

      List<Receipt> told = receipts.await(Receipt.class, it -> it.getDriverId().equals(driver), 4);
      assertEquals(
          List.of("1 SENT", "1 ON_DEVICE", "2 SENT", "2 ON_DEVICE"),
          told.stream().map(TabletPortTest::word).toList());
    }
  }

  @Test
  void acknowledgesAnActionThatIsOnTheTopicUnderItsOwnId() {
    String driver = freshDriver();
    try (FakeTablet tablet = connect(gateway.addTablet().getDeviceId(), driver).hello();
        TopicProbe actions = gateway.probe(Topics.TABLET_ACTIONS)) {
      String actionId = tablet.accept("L-1");
      assertEquals("", tablet.awaitActionAck(actionId).getRefusedBecause());

      Predicate<DriverAction> ours = it -> it.getDriverId().equals(driver);
      DriverAction action = actions.await(DriverAction.class, ours, 1).getFirst();
      assertTrue(action.hasReceivedTime());
      EventEnvelope event =
          actions.matching(it -> it.data() instanceof DriverAction a && ours.test(a)).getFirst();
      assertEquals(driver + ":" + actionId, event.id());
      assertEquals(driver, event.partitionKey());
      assertTrue(event.traceparent() != null);
    }
  }

  @Test
  void refusesAStreamWithoutAToken() {
    assertRefused(
        FakeTablet.connect(channel.channel(), new TabletIdentity("TAB", "D"), new Metadata()),
        "authorization");
  }

  @Test
  void refusesATokenThatIsNoToken() {
    assertRefused(FakeTablet.connect(channel.channel(), "TAB", "D", "not-a-jwt"), "JWT");
  }

  @Test
  void refusesATokenSignedByAnyoneElse() {
    Device tablet = gateway.addTablet();
    String forged = stranger.tokens().issue(tablet.getDeviceId(), "D-1", Instant.now());
    assertRefused(
        FakeTablet.connect(channel.channel(), tablet.getDeviceId(), "D-1", forged), "kid");
  }

  @Test
  void refusesATokenThatHasExpired() {
    Device tablet = gateway.addTablet();
    String old = token(tablet.getDeviceId(), "D-1", Instant.now().minus(Duration.ofDays(31)));
    assertRefused(
        FakeTablet.connect(channel.channel(), tablet.getDeviceId(), "D-1", old), "expired");
  }

  @Test
  void refusesATabletThatIsNotInTheDirectory() {
    assertRefused(connect("TAB-unknown", freshDriver()), "TAB-unknown");
  }

  @Test
  void refusesADriverWhoUsesAnotherDriversToken() {
    Device tablet = gateway.addTablet();
    String token = token(tablet.getDeviceId(), freshDriver(), Instant.now());
    FakeTablet thief =
        FakeTablet.connect(channel.channel(), tablet.getDeviceId(), freshDriver(), token).hello();
    TabletInbox.Closed closed = thief.awaitClosed();
    assertEquals(Status.Code.PERMISSION_DENIED, closed.status().getCode());
  }

  @Test
  void refusesATabletThatIsSuspendedAndCutsTheOneThatIsConnected() {
    Device tablet = gateway.addTablet();
    FakeTablet connected = connect(tablet.getDeviceId(), freshDriver()).hello();
    connected.awaitCaughtUp();

    gateway.put(tablet.toBuilder().setStatus(DeviceStatus.DEVICE_STATUS_SUSPENDED).build());

    assertEquals("CLOSE_REASON_REVOKED", reasonOf(connected.awaitClosed()));
    FakeTablet again = connect(tablet.getDeviceId(), freshDriver());
    assertEquals("CLOSE_REASON_REVOKED", reasonOf(again.awaitClosed()));
  }

  @Test
  void letsTheSecondTabletOfADriverTakeOver() {
    String driver = freshDriver();
    FakeTablet first = connect(gateway.addTablet().getDeviceId(), driver).hello();
    int firstEpoch = first.awaitWelcome().getEpoch();
    try (FakeTablet second = connect(gateway.addTablet().getDeviceId(), driver).hello()) {
      assertTrue(second.awaitWelcome().getEpoch() > firstEpoch);
      assertEquals("CLOSE_REASON_REPLACED", reasonOf(first.awaitClosed()));
      assertEquals("", second.awaitActionAck(second.accept("L-2")).getRefusedBecause());
    }
  }

  private FakeTablet connect(String tabletId, String driverId) {
    return FakeTablet.connect(
        channel.channel(), tabletId, driverId, token(tabletId, driverId, Instant.now()));
  }

  private String token(String tabletId, String driverId, Instant now) {
    return gateway.identity().tokens().issue(tabletId, driverId, now);
  }

  private static void assertRefused(FakeTablet tablet, String because) {
    TabletInbox.Closed closed = tablet.awaitClosed();
    assertEquals(Status.Code.UNAUTHENTICATED, closed.status().getCode());
    String description = String.valueOf(closed.status().getDescription());
    assertTrue(description.contains(because), description);
  }

  private static String reasonOf(TabletInbox.Closed closed) {
    return closed.reason().startsWith("CLOSE_REASON_")
        ? closed.reason()
        : "CLOSE_REASON_" + closed.reason();
  }

  private static String word(Receipt receipt) {
    return receipt.getRevision() + " " + receipt.getStage().name().replace("RECEIPT_STAGE_", "");
  }

  private static String freshDriver() {
    return "D-" + UUID.randomUUID();
  }

  private static RouteSheet sheet(String driver, int revision) {
    return RouteSheet.newBuilder()
        .setDriverId(driver)
        .setRevision(revision)
        .setIssuedTime(Timestamp.newBuilder().setSeconds(1_795_348_800L))
        .build();
  }
}
