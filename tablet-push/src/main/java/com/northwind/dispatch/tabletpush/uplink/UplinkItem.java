package com.northwind.dispatch.tabletpush.uplink;

import com.northwind.dispatch.contracts.tablet.v1.ActionAck;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptAck;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Something that must become durable.
public sealed interface UplinkItem {

  /// Hands the item to the sink.
  CompletionStage<Void> writeTo(UplinkSink sink);

  /// What the tablet hears once it is durable; empty when the gateway said it itself.
  Optional<GatewayToTablet> ack();

  /// What the driver did.
  record Action(DriverAction action) implements UplinkItem {
    @Override
    public CompletionStage<Void> writeTo(UplinkSink sink) {
      return sink.write(action);
    }

    @Override
    public Optional<GatewayToTablet> ack() {
      ActionAck ack = ActionAck.newBuilder().setActionId(action.getActionId()).build();
      return Optional.of(GatewayToTablet.newBuilder().setActionAck(ack).build());
    }
  }

  /// The tablet has, or showed, a sheet.
  record TabletReceipt(Receipt receipt) implements UplinkItem {
    @Override
    public CompletionStage<Void> writeTo(UplinkSink sink) {
      return sink.write(receipt);
    }

    @Override
    public Optional<GatewayToTablet> ack() {
      ReceiptAck ack =
          ReceiptAck.newBuilder()
              .setRevision(receipt.getRevision())
              .setStage(receipt.getStage())
              .build();
      return Optional.of(GatewayToTablet.newBuilder().setReceiptAck(ack).build());
    }
  }

  /// The gateway handed a sheet to the connection.
  record SentReceipt(Receipt receipt) implements UplinkItem {
    @Override
    public CompletionStage<Void> writeTo(UplinkSink sink) {
      return sink.write(receipt);
    }

    @Override
    public Optional<GatewayToTablet> ack() {
      return Optional.empty();
    }
  }
}
