package com.northwind.dispatch.schemaregistry.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far the log has been read, for those who wait for it. Thread-safe.
final class ReadingPlace {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long position;
  private boolean caughtUp;

  /// Everything before the position has been read; the log ended at `endAtStart` when reading
  /// began.
  void moveTo(long next, long endAtStart) {
    lock.lock();
    try {
      position = next;
      caughtUp |= next >= endAtStart;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long position() {
    lock.lock();
    try {
      return position;
    } finally {
      lock.unlock();
    }
  }

  boolean caughtUp() {
    lock.lock();
    try {
      return caughtUp;
    } finally {
      lock.unlock();
    }
  }

  void awaitCaughtUp() throws InterruptedException {
    lock.lock();
    try {
      while (!caughtUp) {
        moved.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the position has been reached; false when time ran out before.
  boolean await(long wanted, Deadline deadline) throws InterruptedException {
    lock.lock();
    try {
      while (!caughtUp || position < wanted) {
        if (deadline.passed()) {
          return false;
        }
        var _ = moved.await(deadline.leftNanos(), TimeUnit.NANOSECONDS);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
