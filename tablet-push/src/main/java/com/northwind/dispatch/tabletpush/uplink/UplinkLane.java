package com.northwind.dispatch.tabletpush.uplink;

import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.tabletpush.metrics.PushMetrics;
import com.northwind.dispatch.tabletpush.time.PushTimer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One stream's items on their way to the sink and their acks on the way back.
///
/// An item holds its permit from being read until its ack was handed to the connection, so neither
/// a slow sink nor a tablet that does not read its acks makes anything grow. A failed write is
/// offered again, in the order of arrival, until it is durable or the session ends; nothing new is
/// read meanwhile. Confined to the driver's loop.
public final class UplinkLane {
  private final UplinkSink sink;
  private final UplinkLimits limits;
  private final UplinkBudget budget;
  private final Executor loop;
  private final PushTimer timer;
  private final PushMetrics metrics;
  private final Runnable onProgress;

  private final Queue<GatewayToTablet> acks = new ArrayDeque<>();
  private final Queue<Held> failed = new PriorityQueue<>(Comparator.comparingLong(Held::number));
  private int permitsOut;
  private long nextNumber;
  private Duration retryAfter;
  private boolean waitingForBudget;
  private boolean stopped;

  /// @param loop the driver's loop; the sink's answers come back on it
  /// @param onProgress called on the loop when an ack waits or there is room again
  public UplinkLane(
      UplinkSink sink,
      UplinkLimits limits,
      UplinkBudget budget,
      Executor loop,
      PushTimer timer,
      PushMetrics metrics,
      Runnable onProgress) {
    this.sink = sink;
    this.limits = limits;
    this.budget = budget;
    this.loop = loop;
    this.timer = timer;
    this.metrics = metrics;
    this.onProgress = onProgress;
    this.retryAfter = limits.retryFirst();
  }

  private record Held(long number, UplinkItem item, int bytes, long receivedMillis) {}

  /// Whether another message may be read. When the answer is no, `onProgress` tells when to ask
  /// again.
  public boolean hasRoom() {
    if (permitsOut >= limits.windowItems() || !failed.isEmpty()) {
      return false;
    }
    if (budget.hasRoom()) {
      return true;
    }
    if (!waitingForBudget) {
      waitingForBudget = true;
      budget.whenRoom(
          () ->
              loop.execute(
                  () -> {
                    waitingForBudget = false;
                    onProgress.run();
                  }));
    }
    return false;
  }

  /// Takes an item read from the stream, or one the gateway says itself.
  ///
  /// @param bytes what it weighs in memory
  public void offer(UplinkItem item, int bytes) {
    if (item.ack().isPresent()) {
      permitsOut++;
    }
    budget.take(bytes);
    write(new Held(nextNumber++, item, bytes, timer.nowMillis()));
  }

  /// Takes an answer that needs no writing: a refusal.
  public void answer(GatewayToTablet refusal) {
    permitsOut++;
    acks.add(refusal);
  }

  /// The next ack to send, which frees its permit; null when none waits.
  public @Nullable GatewayToTablet nextAck() {
    GatewayToTablet ack = acks.poll();
    if (ack != null) {
      permitsOut--;
    }
    return ack;
  }

  /// Whether an ack waits to be sent.
  public boolean hasAck() {
    return !acks.isEmpty();
  }

  /// Items that hold a permit.
  public int permitsOut() {
    return permitsOut;
  }

  /// The session is over: failed items are dropped (the tablet has them still), later answers of
  /// the sink only free their bytes.
  public void stop() {
    stopped = true;
    acks.clear();
    failed.forEach(held -> budget.giveBack(held.bytes()));
    failed.clear();
  }

  private void write(Held held) {
    CompletionStage<Void> written;
    try {
      written = held.item().writeTo(sink);
    } catch (RuntimeException e) {
      written = CompletableFuture.failedFuture(e);
    }
    var _ =
        written.whenComplete(
            (nothing, problem) -> loop.execute(() -> settle(held, problem == null)));
  }

  private void settle(Held held, boolean durable) {
    if (durable) {
      settleDurable(held);
    } else {
      settleFailed(held);
    }
  }

  private void settleDurable(Held held) {
    metrics.uplinkDurable(Duration.ofMillis(timer.nowMillis() - held.receivedMillis()));
    retryAfter = limits.retryFirst();
    budget.giveBack(held.bytes());
    if (!stopped) {
      held.item().ack().ifPresent(acks::add);
      onProgress.run();
    }
  }

  private void settleFailed(Held held) {
    metrics.uplinkFailed();
    if (stopped) {
      budget.giveBack(held.bytes());
      return;
    }
    failed.add(held);
    if (failed.size() == 1) {
      timer.after(retryAfter, () -> loop.execute(this::retry));
      Duration doubled = retryAfter.multipliedBy(2);
      retryAfter = doubled.compareTo(limits.retryMost()) < 0 ? doubled : limits.retryMost();
    }
  }

  private void retry() {
    int count = failed.size();
    for (int i = 0; i < count; i++) {
      Held held = failed.poll();
      if (held != null) {
        write(held);
      }
    }
    onProgress.run();
  }
}
