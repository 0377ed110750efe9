package com.northwind.dispatch.tabletpush.session;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// One timer for the heartbeats and deadlines of all sessions.
///
/// Each session sits in the slot of the tick at which it next wants to be looked at, and nowhere
/// else, so a tick touches only the sessions that are due. Sessions are added from any thread;
/// [#tick] is called by one.
public final class SessionWheel {
  /// Time between two looks. A deadline is noticed at most two of them late.
  public static final Duration TICK = Duration.ofMillis(500);

  private static final int SLOTS = 128;

  private final Slot[] slots = new Slot[SLOTS];
  private final AtomicInteger current = new AtomicInteger();

  public SessionWheel() {
    for (int i = 0; i < SLOTS; i++) {
      slots[i] = new Slot(new ConcurrentLinkedQueue<>());
    }
  }

  private record Slot(Queue<TabletSession> sessions) {}

  /// Puts a session where it is looked at once the time has passed, or after a turn of the wheel if
  /// that is sooner.
  void add(TabletSession session, long inMillis) {
    long ticks = (inMillis + TICK.toMillis() - 1) / TICK.toMillis();
    // One more than needed: the wheel may turn while the session is being added.
    int ahead = Math.clamp(ticks + 1, 2, SLOTS - 2);
    slots[Math.floorMod(current.get() + ahead, SLOTS)].sessions().add(session);
  }

  /// Looks at the sessions that are due.
  public void tick() {
    Slot slot = slots[Math.floorMod(current.incrementAndGet(), SLOTS)];
    for (TabletSession due = slot.sessions().poll(); due != null; due = slot.sessions().poll()) {
      due.onTick();
    }
  }
}
