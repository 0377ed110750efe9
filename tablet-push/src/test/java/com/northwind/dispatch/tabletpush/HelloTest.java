package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.DriverMessage;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.PlainTokens;
import com.northwind.dispatch.tabletpush.fake.TabletInbox.Closed;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who gets in, and what ends a stream that does not keep to the protocol. A neighbour is connected
/// all the time and must not notice.
class HelloTest {
  private final PlainTokens tokens = new PlainTokens();
  private final TestGateway gateway =
      TestGateway.start(TabletPushConfig.defaults("gateway-1").withMaxStreams(3), tokens);
  private final FakeTablet neighbour = gateway.open("TAB-0099", "D-0099");

  @BeforeEach
  void theNeighbourIsThere() {
    assertFalse(neighbour.isClosed());
  }

  @AfterEach
  void theNeighbourGetsItsSheets() {
    gateway.publish("D-0099", 1);
    assertEquals(1, neighbour.awaitSheet(1).getRevision());
    gateway.close();
  }

  private static void assertClosed(
      FakeTablet tablet, Status.Code code, String reason, String inTheDescription) {
    Closed closed = tablet.awaitClosed();
    assertEquals(code, closed.status().getCode());
    assertEquals(reason, closed.reason());
    assertTrue(closed.retryAfterMs() > 0, "a retry hint");
    String description = String.valueOf(closed.status().getDescription());
    assertTrue(description.contains(inTheDescription), description);
  }

  @Test
  void refusesAStreamWithoutAToken() {
    FakeTablet tablet =
        FakeTablet.connect(
            gateway.channel(), new TabletIdentity("TAB-0001", "D-0001"), new Metadata());

    assertClosed(tablet, Status.Code.UNAUTHENTICATED, "UNAUTHENTICATED", "is missing");
  }

  @Test
  void refusesAnotherKindOfCredentials() {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Basic dTpw");
    FakeTablet tablet =
        FakeTablet.connect(gateway.channel(), new TabletIdentity("TAB-0001", "D-0001"), headers);

    assertClosed(tablet, Status.Code.UNAUTHENTICATED, "UNAUTHENTICATED", "not a bearer token");
  }

  @Test
  void refusesATokenTheAuthenticatorRejects() {
    FakeTablet tablet = FakeTablet.connect(gateway.channel(), "TAB-0001", "D-0001", "expired");

    assertClosed(tablet, Status.Code.UNAUTHENTICATED, "UNAUTHENTICATED", "not TABLET/DRIVER");
  }

  @Test
  void refusesARevokedTablet() {
    tokens.revoke("TAB-0001");

    assertClosed(
        gateway.connect("TAB-0001", "D-0001"),
        Status.Code.PERMISSION_DENIED,
        "REVOKED",
        "reported lost");
  }

  @Test
  void endsTheStreamOfATabletThatIsRevokedWhileConnected() {
    FakeTablet tablet = gateway.open("TAB-0001", "D-0001");

    gateway.push().revoke("TAB-0001", "the tablet was reported lost");

    assertClosed(tablet, Status.Code.PERMISSION_DENIED, "REVOKED", "reported lost");
  }

  @Test
  void refusesATabletThatSaysItIsAnother() {
    FakeTablet tablet =
        FakeTablet.connect(
                gateway.channel(), "TAB-0002", "D-0001", PlainTokens.token("TAB-0001", "D-0001"))
            .hello();

    assertClosed(tablet, Status.Code.PERMISSION_DENIED, "UNAUTHENTICATED", "the token's TAB-0001");
  }

  @Test
  void refusesATabletThatAsksForAnotherDriver() {
    FakeTablet tablet =
        FakeTablet.connect(
                gateway.channel(), "TAB-0001", "D-0099", PlainTokens.token("TAB-0001", "D-0001"))
            .hello();

    assertClosed(tablet, Status.Code.PERMISSION_DENIED, "UNAUTHENTICATED", "the token's D-0001");
  }

  @Test
  void comesBackLaterWhenTokensCannotBeChecked() {
    try (TestGateway broken =
        TestGateway.start(
            TabletPushConfig.defaults("gateway-2"),
            token -> {
              throw new IllegalStateException("no keys");
            })) {
      assertClosed(
          broken.connect("TAB-0001", "D-0001"),
          Status.Code.RESOURCE_EXHAUSTED,
          "OVERLOAD",
          "cannot be checked now");
    }
  }

  @Test
  void refusesMoreStreamsThanItHolds() {
    var _ = gateway.open("TAB-0001", "D-0001");
    var _ = gateway.connect("TAB-0002", "D-0002");

    assertClosed(
        gateway.connect("TAB-0003", "D-0003"),
        Status.Code.RESOURCE_EXHAUSTED,
        "OVERLOAD",
        "holds 3 tablets");
  }

  @Test
  void aStreamThatEndedMakesRoom() {
    gateway.open("TAB-0001", "D-0001").disconnect();
    gateway.connect("TAB-0002", "D-0002").disconnect();
    gateway.open("TAB-0003", "D-0003").leave();

    assertEquals(1, gateway.push().streamCount());
    assertEquals(1, gateway.push().sessionCount());
  }

  @Test
  void wantsHelloFirst() {
    assertClosed(
        gateway.connect("TAB-0001", "D-0001").heartbeat(),
        Status.Code.INVALID_ARGUMENT,
        "PROTOCOL",
        "first message is Hello");
  }

  @Test
  void wantsHelloOnce() {
    assertClosed(
        gateway.open("TAB-0001", "D-0001").hello(),
        Status.Code.INVALID_ARGUMENT,
        "PROTOCOL",
        "second Hello");
  }

  @Test
  void wantsHelloWithinTenSeconds() {
    FakeTablet tablet = gateway.connect("TAB-0001", "D-0001");

    gateway.advance(Duration.ofSeconds(9));
    assertFalse(tablet.isClosed());
    gateway.advance(Duration.ofSeconds(2));

    assertClosed(tablet, Status.Code.INVALID_ARGUMENT, "PROTOCOL", "no Hello within 10 s");
  }

  @Test
  void refusesAnEpochNobodyGaveOut() {
    assertClosed(
        gateway.connect("TAB-0001", "D-0001").hello(0, -1),
        Status.Code.INVALID_ARGUMENT,
        "PROTOCOL",
        "last_epoch");
  }

  @Test
  void refusesAMessageThatIsTooLong() {
    String text = "x".repeat(20_000);
    DriverAction action =
        DriverAction.newBuilder()
            .setActionId("A-1")
            .setMessage(DriverMessage.newBuilder().setText(text))
            .build();

    assertClosed(
        gateway.open("TAB-0001", "D-0001").act(action),
        Status.Code.INVALID_ARGUMENT,
        "PROTOCOL",
        "more than 16384 bytes");
  }

  @Test
  void refusesBytesThatAreNoMessage() {
    UnknownFieldSet notAHello =
        UnknownFieldSet.newBuilder()
            .addField(
                TabletToGateway.HELLO_FIELD_NUMBER,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFrom(new byte[] {0x0a, 0x7f}))
                    .build())
            .build();

    assertClosed(
        gateway
            .connect("TAB-0001", "D-0001")
            .say(TabletToGateway.newBuilder().setUnknownFields(notAHello).build()),
        Status.Code.INVALID_ARGUMENT,
        "PROTOCOL",
        "not a TabletToGateway");
  }

  @Test
  void refusesAnEmptyMessage() {
    assertClosed(
        gateway.open("TAB-0001", "D-0001").say(TabletToGateway.getDefaultInstance()),
        Status.Code.INVALID_ARGUMENT,
        "PROTOCOL",
        "empty message");
  }

  @Test
  void passesOverWhatANewerAppSays() {
    UnknownFieldSet newer =
        UnknownFieldSet.newBuilder()
            .addField(77, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();
    FakeTablet tablet =
        gateway
            .open("TAB-0001", "D-0001")
            .say(TabletToGateway.newBuilder().setUnknownFields(newer).build());

    gateway.publish("D-0001", 1);

    assertEquals(1, tablet.awaitSheet(1).getRevision());
  }

  @Test
  void refusesAReceiptForARevisionNeverSent() {
    gateway.publish("D-0001", 1);

    assertClosed(
        gateway.open("TAB-0001", "D-0001").onDevice(2),
        Status.Code.INVALID_ARGUMENT,
        "PROTOCOL",
        "revision 2, the newest on this stream is 1");
  }

  @Test
  void takesAReceiptForWhatTheTabletSaidItHas() {
    FakeTablet tablet = gateway.connect("TAB-0001", "D-0001").hello(5, 0).seen(5);

    tablet.awaitReceiptAck(5, ReceiptStage.RECEIPT_STAGE_SEEN);
  }

  @Test
  void helloWithoutIdsIsSomeoneElse() {
    FakeTablet tablet =
        gateway
            .connect("TAB-0001", "D-0001")
            .say(TabletToGateway.newBuilder().setHello(Hello.getDefaultInstance()).build());

    assertClosed(tablet, Status.Code.PERMISSION_DENIED, "UNAUTHENTICATED", "the token's TAB-0001");
  }
}
