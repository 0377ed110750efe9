package com.northwind.dispatch.simulator.testing;

import com.northwind.dispatch.contracts.tablet.v1.ActionAck;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Heartbeat;
import com.northwind.dispatch.contracts.tablet.v1.Move;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptAck;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.SheetReceipt;
import com.northwind.dispatch.contracts.tablet.v1.Welcome;

/// What a gateway says, one method a message.
final class GatewayMessages {
  private GatewayMessages() {}

  static GatewayToTablet welcome(int epoch, int revision, int heartbeatIntervalS) {
    return GatewayToTablet.newBuilder()
        .setWelcome(
            Welcome.newBuilder()
                .setEpoch(epoch)
                .setSheetRevision(revision)
                .setHeartbeatIntervalS(heartbeatIntervalS))
        .build();
  }

  static GatewayToTablet sheet(RouteSheet sheet) {
    return GatewayToTablet.newBuilder().setRouteSheet(sheet).build();
  }

  static GatewayToTablet heartbeat() {
    return GatewayToTablet.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()).build();
  }

  static GatewayToTablet receiptAck(SheetReceipt receipt) {
    return GatewayToTablet.newBuilder()
        .setReceiptAck(
            ReceiptAck.newBuilder().setRevision(receipt.getRevision()).setStage(receipt.getStage()))
        .build();
  }

  static GatewayToTablet actionAck(String actionId, String refusedBecause) {
    return GatewayToTablet.newBuilder()
        .setActionAck(
            ActionAck.newBuilder().setActionId(actionId).setRefusedBecause(refusedBecause))
        .build();
  }

  static GatewayToTablet move(int afterMs) {
    return GatewayToTablet.newBuilder()
        .setMove(Move.newBuilder().setAfterMs(afterMs).setReason(CloseReason.CLOSE_REASON_DRAIN))
        .build();
  }
}
