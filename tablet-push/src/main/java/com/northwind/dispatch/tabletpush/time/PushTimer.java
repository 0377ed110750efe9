package com.northwind.dispatch.tabletpush.time;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/// Measures spans and runs things later. Its clock only goes forward: setting the wall clock
/// neither ends nor prolongs a session.
public interface PushTimer {

  /// Milliseconds since some fixed moment.
  long nowMillis();

  /// Runs the task once, later. The task is short and never waits.
  void after(Duration delay, Runnable task);

  /// Runs the task again and again until the returned handle is closed.
  Handle every(Duration period, Runnable task);

  /// Ends a repetition.
  @FunctionalInterface
  interface Handle extends AutoCloseable {
    @Override
    void close();
  }

  /// The real timer, on the given scheduler. The scheduler stays the caller's.
  static PushTimer on(ScheduledExecutorService scheduler) {
    return new ScheduledTimer(scheduler);
  }
}
