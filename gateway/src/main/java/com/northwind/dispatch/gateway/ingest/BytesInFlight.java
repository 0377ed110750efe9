package com.northwind.dispatch.gateway.ingest;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the bytes that wait for Kafka in this process, and calls back whoever stopped reading
/// once half of the limit is free again. Thread-safe; never blocks.
///
/// The limit is where sources stop, not a wall: what was already read when it was reached is taken,
/// so the excess is at most one read per connection.
public final class BytesInFlight {
  private final long limit;
  private final long resumeBelow;
  private final AtomicLong bytes = new AtomicLong();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /// @param limit bytes at which sources stop, at least 1
  public BytesInFlight(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit of bytes in flight must be positive, not " + limit);
    }
    this.limit = limit;
    this.resumeBelow = (limit + 1) / 2;
  }

  /// Whether sources must stop.
  public boolean isFull() {
    return bytes.get() >= limit;
  }

  /// Bytes that wait now.
  public long bytes() {
    return bytes.get();
  }

  /// Adds what is about to be given to the publisher.
  public void take(long count) {
    bytes.addAndGet(count);
  }

  /// Frees what is settled, durable or not.
  public void giveBack(long count) {
    bytes.addAndGet(-count);
    wake();
  }

  /// Calls `resume` once, when half of the limit is free: at once if it is so now. It must hand
  /// over to its own thread and return.
  public void whenRoom(Runnable resume) {
    waiting.add(resume);
    wake();
  }

  /// Wakes one after the other for as long as there is room: those who wake may fill it up and wait
  /// again at once, and this thread may be the one that frees it.
  private void wake() {
    while (bytes.get() < resumeBelow) {
      Runnable next = waiting.poll();
      if (next == null) {
        return;
      }
      next.run();
    }
  }
}
