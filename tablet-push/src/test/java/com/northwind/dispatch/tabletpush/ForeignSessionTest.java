package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What sessions read from the topic do to the sessions here.
class ForeignSessionTest {
  private static final Timestamp LATER = Timestamp.newBuilder().setSeconds(4_000_000_000L).build();
  private static final Timestamp EARLIER = Timestamp.newBuilder().setSeconds(1).build();

  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static Session elsewhere(String tabletId, int epoch) {
    return Session.newBuilder()
        .setDeviceId(tabletId)
        .setKind(DeviceKind.DEVICE_KIND_TABLET)
        .setDriverId("D-0001")
        .setEpoch(epoch)
        .setNode("gateway-2")
        .setSince(LATER)
        .build();
  }

  private static Session ended(Session session) {
    return session.toBuilder()
        .setEndedTime(LATER)
        .setEndReason(SessionEndReason.SESSION_END_REASON_SILENT)
        .build();
  }

  @Test
  void aNewSessionCountsOnFromEverythingKnown() {
    gateway.push().onSession(elsewhere("TAB-0001", 7));
    gateway.push().onSession(ended(elsewhere("TAB-0009", 12)));

    assertEquals(13, gateway.open("TAB-0001", "D-0001").awaitWelcome().getEpoch());
  }

  @Test
  void aNewerSessionElsewhereEndsOursWithoutHidingIt() {
    FakeTablet ours = gateway.open("TAB-0001", "D-0001");

    gateway.push().onSession(elsewhere("TAB-0001", 2));

    assertEquals("REPLACED", ours.awaitClosed().reason());
    assertEquals(1, gateway.sessionLog().records().size());
    assertEquals(0, gateway.push().sessionCount());
  }

  @Test
  void aNewerSessionOfTheDriversOtherTabletEndsOursAndIsTold() {
    FakeTablet ours = gateway.open("TAB-0001", "D-0001");

    gateway.push().onSession(elsewhere("TAB-0002", 2));

    assertEquals("REPLACED", ours.awaitClosed().reason());
    Session last = gateway.sessionLog().lastOf("TAB-0001").orElseThrow();
    assertEquals(SessionEndReason.SESSION_END_REASON_REPLACED, last.getEndReason());
  }

  @Test
  void anOlderSessionElsewhereChangesNothing() {
    gateway.push().onSession(elsewhere("TAB-0001", 7));
    FakeTablet ours = gateway.open("TAB-0001", "D-0001");

    gateway.push().onSession(elsewhere("TAB-0001", 7));
    gateway.push().onSession(ended(elsewhere("TAB-0001", 7)));

    assertFalse(ours.isClosed());
    assertEquals(1, gateway.sessionLog().records().size());
  }

  @Test
  void ofTwoSessionsWithOneNumberBothGatewaysKeepTheSame() {
    FakeTablet ours = gateway.open("TAB-0001", "D-0001");
    Session older = elsewhere("TAB-0001", 1).toBuilder().setSince(EARLIER).build();

    gateway.push().onSession(older);
    assertFalse(ours.isClosed());

    gateway.push().onSession(elsewhere("TAB-0001", 1));
    assertEquals("REPLACED", ours.awaitClosed().reason());
    assertEquals(1, gateway.sessionLog().records().size());
  }

  @Test
  void oursIsSaidAgainWhenAnOlderEndWasToldAfterIt() {
    gateway.push().onSession(elsewhere("TAB-0001", 1));
    gateway.open("TAB-0001", "D-0001");
    Session ours = gateway.sessionLog().lastOf("TAB-0001").orElseThrow();
    gateway.push().onSession(ours);

    gateway.push().onSession(ended(elsewhere("TAB-0001", 1)));

    assertEquals(List.of(ours, ours), gateway.sessionLog().records());
  }

  @Test
  void aTabletThatWasElsewhereMeanwhileLeavesItsOldStreamEvenIfThatEndedToo() {
    FakeTablet ours = gateway.open("TAB-0001", "D-0001");

    gateway.push().onSession(ended(elsewhere("TAB-0001", 2)));

    assertEquals("REPLACED", ours.awaitClosed().reason());
    assertEquals(1, gateway.sessionLog().records().size());
  }

  @Test
  void aTabletThatSignedInElsewhereForAnotherDriverLeavesOurs() {
    FakeTablet ours = gateway.open("TAB-0001", "D-0001");

    gateway.push().onSession(elsewhere("TAB-0001", 2).toBuilder().setDriverId("D-0002").build());

    assertEquals("REPLACED", ours.awaitClosed().reason());
    assertEquals(1, gateway.sessionLog().records().size());
  }

  @Test
  void anEldsSessionIsNoneOfOurs() {
    FakeTablet ours = gateway.open("TAB-0001", "D-0001");

    gateway
        .push()
        .onSession(
            elsewhere("ELD-0001", 99).toBuilder()
                .setKind(DeviceKind.DEVICE_KIND_ELD)
                .clearDriverId()
                .build());

    assertFalse(ours.isClosed());
    assertEquals(2, gateway.connect("TAB-0001", "D-0001").hello(0, 1).awaitWelcome().getEpoch());
  }
}
