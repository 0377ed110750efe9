package com.northwind.dispatch.tabletpush.uplink;

import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import java.util.concurrent.CompletionStage;

/// Makes what tablets say durable; the gateway implements it with Kafka.
///
/// Both methods are called on event loops and must return at once, also while Kafka is away. The
/// stage completes when the event is on all in-sync replicas. When it completes with an exception
/// the same item is offered again, so the event's id must follow from the item.
public interface UplinkSink {

  /// Writes what a driver did. `driver_id`, `tablet_id` and `received_time` are filled in.
  CompletionStage<Void> write(DriverAction action);

  /// Writes how far a sheet has come.
  CompletionStage<Void> write(Receipt receipt);
}
