package com.northwind.dispatch.tabletpush.uplink;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Bytes that all streams together may hold until the sink has them. Thread-safe, never waits.
public final class UplinkBudget {
  private final long limitBytes;
  private final AtomicLong usedBytes = new AtomicLong();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  public UplinkBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /// Whether a stream may read another message.
  public boolean hasRoom() {
    return usedBytes.get() < limitBytes;
  }

  /// Bytes held now.
  public long usedBytes() {
    return usedBytes.get();
  }

  void take(int bytes) {
    usedBytes.addAndGet(bytes);
  }

  void giveBack(int bytes) {
    usedBytes.addAndGet(-bytes);
    wake();
  }

  /// Runs the task once there is room, on the thread that made it.
  void whenRoom(Runnable task) {
    waiting.add(task);
    wake();
  }

  private void wake() {
    while (hasRoom()) {
      Runnable task = waiting.poll();
      if (task == null) {
        return;
      }
      task.run();
    }
  }
}
