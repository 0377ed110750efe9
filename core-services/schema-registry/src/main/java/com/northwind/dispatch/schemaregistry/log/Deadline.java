package com.northwind.dispatch.schemaregistry.log;

import java.time.Duration;

/// When something has to be done at the latest.
///
/// @param atNanos on the clock of [System#nanoTime()]
record Deadline(long atNanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// What is left, 0 when nothing is.
  long leftNanos() {
    return Math.max(0, atNanos - System.nanoTime());
  }

  boolean passed() {
    return leftNanos() == 0;
  }
}
