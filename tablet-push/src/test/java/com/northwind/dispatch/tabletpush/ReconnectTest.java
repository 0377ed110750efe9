package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stream that is cut after each of its messages in turn: what was sent, confirmed and done has
/// one effect all the same, because both sides go by what they stored.
class ReconnectTest {
  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void nothingIsLostWhereverTheStreamIsCut(int messagesBeforeTheCut) {
    gateway.publish("D-0001", 1);
    Device device = new Device();

    device.live(messagesBeforeTheCut);
    gateway.publish("D-0001", 2);
    device.live(Integer.MAX_VALUE);

    assertEquals(2, device.sheet);
    assertEquals(List.of(), device.unacknowledged());
    assertEquals(
        1,
        gateway.uplink().actions().stream()
            .map(DriverAction::getActionId)
            .collect(Collectors.toSet())
            .size());
    assertEquals(
        new HashSet<>(List.of(2)),
        new HashSet<>(
            gateway.uplink().revisions(ReceiptStage.RECEIPT_STAGE_ON_DEVICE).stream()
                .filter(revision -> revision == 2)
                .toList()));
  }

  /// A tablet with flash memory: keeps its sheet, its epoch, and its action until that is
  /// acknowledged.
  private final class Device {
    private int sheet;
    private int epoch;
    private boolean actionPending = true;

    /// Connects, and lives on until so many messages have come or no more come.
    void live(int messages) {
      FakeTablet stream = gateway.connect("TAB-0001", "D-0001");
      if (messages > 0) {
        stream.hello(sheet, epoch);
      }
      int taken = 0;
      while (taken < messages && taken < stream.received().size()) {
        take(stream, stream.received().get(taken));
        taken++;
      }
      stream.disconnect();
    }

    private void take(FakeTablet stream, GatewayToTablet message) {
      switch (message.getMessageCase()) {
        case WELCOME -> {
          epoch = message.getWelcome().getEpoch();
          if (actionPending) {
            stream.accept("L-1");
          }
        }
        case ROUTE_SHEET -> {
          sheet = message.getRouteSheet().getRevision();
          stream.onDevice(sheet);
        }
        case ACTION_ACK -> actionPending = false;
        case RECEIPT_ACK, CAUGHT_UP, MOVE, HEARTBEAT, MESSAGE_NOT_SET -> {}
      }
    }

    List<String> unacknowledged() {
      return actionPending ? List.of("TAB-0001-action-1") : List.of();
    }
  }
}
