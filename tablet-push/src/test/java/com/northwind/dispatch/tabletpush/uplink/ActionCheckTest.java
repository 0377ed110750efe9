package com.northwind.dispatch.tabletpush.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.tablet.v1.Accept;
import com.northwind.dispatch.contracts.tablet.v1.Arrive;
import com.northwind.dispatch.contracts.tablet.v1.Delay;
import com.northwind.dispatch.contracts.tablet.v1.Depart;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.DriverMessage;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the gateway will never take, and what it says.
class ActionCheckTest {
  private static final TabletIdentity IDENTITY = new TabletIdentity("TAB-0001", "D-0001");
  private static final Timestamp NO_TIME = Timestamp.newBuilder().setNanos(-1).build();

  record Case(Consumer<DriverAction.Builder> change, String refusal) {}

  private static DriverAction.Builder good() {
    return DriverAction.newBuilder()
        .setActionId("A-1")
        .setDriverId("D-0001")
        .setTabletId("TAB-0001")
        .setLoadId("L-1")
        .setOccurredTime(Timestamp.newBuilder().setSeconds(1))
        .setAccept(Accept.newBuilder().setRevision(1));
  }

  static Stream<Case> refusals() {
    return Stream.of(
        new Case(it -> it.setDriverId("D-2"), "the action is for driver D-2, signed in is D-0001"),
        new Case(
            it -> it.setTabletId("TAB-2"), "the action is from tablet TAB-2, this is TAB-0001"),
        new Case(DriverAction.Builder::clearOccurredTime, "occurred_time is missing"),
        new Case(it -> it.setOccurredTime(NO_TIME), "occurred_time is not a time"),
        new Case(
            it -> it.setLoadId("x".repeat(101)), "load_id and stop_id have at most 100 characters"),
        new Case(
            it -> it.setStopId("x".repeat(101)), "load_id and stop_id have at most 100 characters"),
        new Case(
            DriverAction.Builder::clearAction,
            "the action says nothing this gateway knows; the app may be too new for it"),
        new Case(
            it -> it.setMessage(DriverMessage.newBuilder().setText("x".repeat(1_001))),
            "message.text has 1001 characters, at most 1000"),
        new Case(
            it -> it.setDelay(Delay.newBuilder().setNewEtaTime(NO_TIME)),
            "delay.new_eta_time is not a time"),
        new Case(
            it -> it.setDepart(Depart.newBuilder().setOdometerKm(-1)),
            "/depart/odometerKm is -1.0, expected at least 0 km"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesForGood(Case refused) {
    DriverAction.Builder action = good();
    refused.change().accept(action);

    assertEquals(Optional.of(refused.refusal()), ActionCheck.refusal(action.build(), IDENTITY));
  }

  @Test
  void takesEverythingElse() {
    assertEquals(Optional.empty(), ActionCheck.refusal(good().build(), IDENTITY));
    assertEquals(
        Optional.empty(),
        ActionCheck.refusal(
            good().clearDriverId().clearTabletId().setArrive(Arrive.getDefaultInstance()).build(),
            IDENTITY));
    assertEquals(
        Optional.empty(),
        ActionCheck.refusal(
            good().setMessage(DriverMessage.newBuilder().setText("x".repeat(1_000))).build(),
            IDENTITY));
  }

  @Test
  void writesWhoActedAndWhenItCame() {
    Timestamp received = Timestamp.newBuilder().setSeconds(2).build();
    DriverAction sent =
        good().clearDriverId().clearTabletId().setPosition(place(41.9, -87.6)).build();

    DriverAction written = ActionCheck.accepted(sent, IDENTITY, received);

    assertEquals(good().setPosition(place(41.9, -87.6)).setReceivedTime(received).build(), written);
  }

  @Test
  void leavesOutAPositionThatIsNoPlace() {
    for (GeoPoint nowhere :
        List.of(place(90.1, 0), place(0, -180.1), place(Double.NaN, 0), place(0, Double.NaN))) {
      DriverAction sent = good().setPosition(nowhere).build();

      assertFalse(ActionCheck.accepted(sent, IDENTITY, NO_TIME).hasPosition());
    }
  }

  private static GeoPoint place(double latitudeDeg, double longitudeDeg) {
    return GeoPoint.newBuilder().setLatitudeDeg(latitudeDeg).setLongitudeDeg(longitudeDeg).build();
  }

  @Test
  void answersOnlyActionsWithAnId() {
    assertTrue(ActionCheck.isAnswerable(good().build()));
    assertFalse(ActionCheck.isAnswerable(good().setActionId(" ").build()));
    assertFalse(ActionCheck.isAnswerable(good().setActionId("x".repeat(101)).build()));
  }
}
