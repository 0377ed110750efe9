package com.northwind.dispatch.tabletpush.fake;

import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.tabletpush.uplink.UplinkSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Plays Kafka: makes everything durable at once, holds it until released, or fails. Thread-safe.
public final class InMemoryUplink implements UplinkSink {
  private final List<DriverAction> actions = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<Offered> held = new ArrayList<>();
  private Mode mode = Mode.DURABLE;
  private int offered;

  private enum Mode {
    DURABLE,
    HOLDING,
    FAILING
  }

  private record Offered(Runnable keep, CompletableFuture<Void> written) {}

  @Override
  public CompletionStage<Void> write(DriverAction action) {
    return offer(() -> actions.add(action));
  }

  @Override
  public CompletionStage<Void> write(Receipt receipt) {
    return offer(() -> receipts.add(receipt));
  }

  private synchronized CompletionStage<Void> offer(Runnable keep) {
    offered++;
    return switch (mode) {
      case DURABLE -> {
        keep.run();
        yield CompletableFuture.completedFuture(null);
      }
      case HOLDING -> {
        Offered offer = new Offered(keep, new CompletableFuture<>());
        held.add(offer);
        yield offer.written();
      }
      case FAILING -> CompletableFuture.failedFuture(new IllegalStateException("no broker"));
    };
  }

  /// From now on nothing becomes durable until [#release].
  public synchronized void hold() {
    mode = Mode.HOLDING;
  }

  /// From now on every write fails until [#release].
  public synchronized void fail() {
    mode = Mode.FAILING;
  }

  /// Makes durable what was held, in order, and everything from now on at once.
  public void release() {
    List<Offered> ready;
    synchronized (this) {
      mode = Mode.DURABLE;
      ready = List.copyOf(held);
      held.clear();
      ready.forEach(offer -> offer.keep().run());
    }
    ready.forEach(offer -> offer.written().complete(null));
  }

  /// Actions that are durable, in order.
  public synchronized List<DriverAction> actions() {
    return List.copyOf(actions);
  }

  /// Receipts that are durable, in order.
  public synchronized List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  /// Revisions with a durable receipt of the stage, in order.
  public synchronized List<Integer> revisions(ReceiptStage stage) {
    return receipts.stream()
        .filter(receipt -> receipt.getStage() == stage)
        .map(Receipt::getRevision)
        .toList();
  }

  /// Writes that were asked for, whatever came of them.
  public synchronized int offered() {
    return offered;
  }

  /// Writes that are held.
  public synchronized int heldCount() {
    return held.size();
  }
}
