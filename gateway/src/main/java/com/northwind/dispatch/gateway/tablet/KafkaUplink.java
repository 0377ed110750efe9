package com.northwind.dispatch.gateway.tablet;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.ingest.Confirmation;
import com.northwind.dispatch.gateway.ingest.EventPublisher;
import com.northwind.dispatch.gateway.ingest.EventWriter;
import com.northwind.dispatch.gateway.ingest.PublishLane;
import com.northwind.dispatch.processkit.trace.TraceParent;
import com.northwind.dispatch.tabletpush.uplink.UplinkSink;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Writes what tablets say to `tablet.actions` and `tablet.receipts`, keyed by driver. The same
/// item always gets the same id. Returns at once; thread-safe.
final class KafkaUplink implements UplinkSink {
  private final EventWriter writer;
  private final EventPublisher publisher;

  KafkaUplink(EventWriter writer, EventPublisher publisher) {
    this.writer = writer;
    this.publisher = publisher;
  }

  @Override
  public CompletionStage<Void> write(DriverAction action) {
    String id = action.getDriverId() + ":" + action.getActionId();
    String subject = action.getLoadId().isEmpty() ? action.getDriverId() : action.getLoadId();
    return write(
        Topics.TABLET_ACTIONS, id, subject, action.getOccurredTime(), action.getDriverId(), action);
  }

  @Override
  public CompletionStage<Void> write(Receipt receipt) {
    String id =
        String.join(
            ":",
            receipt.getDriverId(),
            receipt.getTabletId(),
            Integer.toUnsignedString(receipt.getRevision()),
            receipt.getStage().name(),
            Integer.toUnsignedString(receipt.getEpoch()));
    return write(
        Topics.TABLET_RECEIPTS,
        id,
        receipt.getDriverId(),
        receipt.getOccurredTime(),
        receipt.getDriverId(),
        receipt);
  }

  private CompletionStage<Void> write(
      Topic topic, String id, String subject, Timestamp time, String key, Message data) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    Instant at = Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    publisher.submit(
        new PublishLane(),
        List.of(writer.write(topic, id, subject, at, key, TraceParent.begin(), data)),
        new Confirmation() {
          @Override
          public void durable() {
            durable.complete(null);
          }

          @Override
          public void failed(String because) {
            durable.completeExceptionally(new IOException(because));
          }
        });
    return durable;
  }
}
