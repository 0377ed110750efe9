package com.northwind.dispatch.gateway.eventloop;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Measures how late the event loops run a task that is due: the first sign that something blocks
/// or overloads them. Each loop is asked twice a second.
public final class EventLoopLag implements AutoCloseable {
  private static final long PERIOD_NANOS = Duration.ofMillis(500).toNanos();

  private final Timer lag;
  private final List<ScheduledFuture<?>> probes = new ArrayList<>();

  private EventLoopLag(Timer lag) {
    this.lag = lag;
  }

  /// Starts measuring into `northwind.gateway.eventloop.lag`.
  public static EventLoopLag start(EventLoops loops, MeterRegistry meters) {
    EventLoopLag measure =
        new EventLoopLag(
            Timer.builder("northwind.gateway.eventloop.lag")
                .publishPercentiles(0.5, 0.99)
                .register(meters));
    for (EventExecutor loop : loops.group()) {
      measure.probes.add(measure.new Probe().on(loop));
    }
    return measure;
  }

  /// Longest delay seen in the last minutes.
  public Duration longest() {
    return Duration.ofNanos((long) lag.max(TimeUnit.NANOSECONDS));
  }

  @Override
  public void close() {
    probes.forEach(probe -> probe.cancel(false));
  }

  /// One loop's probe. The next run is due a period after this one ran, so a loop that was held up
  /// once counts once.
  private final class Probe implements Runnable {
    private long dueNanos = System.nanoTime() + PERIOD_NANOS;

    ScheduledFuture<?> on(EventExecutor loop) {
      return loop.scheduleWithFixedDelay(this, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      lag.record(Math.max(0, now - dueNanos), TimeUnit.NANOSECONDS);
      dueNanos = System.nanoTime() + PERIOD_NANOS;
    }
  }
}
