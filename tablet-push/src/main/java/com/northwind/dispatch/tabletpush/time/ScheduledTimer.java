package com.northwind.dispatch.tabletpush.time;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [PushTimer] on a scheduler and the JVM's monotonic clock.
final class ScheduledTimer implements PushTimer {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledTimer.class);

  private final ScheduledExecutorService scheduler;

  ScheduledTimer(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public long nowMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public void after(Duration delay, Runnable task) {
    try {
      var _ = scheduler.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("timer is shut down, task dropped");
    }
  }

  @Override
  public Handle every(Duration period, Runnable task) {
    long millis = period.toMillis();
    ScheduledFuture<?> repetition =
        scheduler.scheduleAtFixedRate(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    return () -> repetition.cancel(false);
  }

  /// One task's failure must not end the repetition that keeps every session alive.
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a timed task failed", e);
    }
  }
}
