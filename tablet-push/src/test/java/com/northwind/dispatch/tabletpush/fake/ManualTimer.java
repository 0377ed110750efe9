package com.northwind.dispatch.tabletpush.fake;

import com.northwind.dispatch.tabletpush.time.PushTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A timer that stands until it is moved, and then runs what is due, in order, on the mover's
/// thread.
public final class ManualTimer implements PushTimer {
  private final ManualClock clock;
  private final List<Due> tasks = new ArrayList<>();
  private long nowMillis;
  private long nextNumber;

  /// @param clock moved along with the timer
  public ManualTimer(ManualClock clock) {
    this.clock = clock;
  }

  private record Due(long atMillis, long number, Runnable task) {}

  @Override
  public synchronized long nowMillis() {
    return nowMillis;
  }

  @Override
  public synchronized void after(Duration delay, Runnable task) {
    tasks.add(new Due(nowMillis + delay.toMillis(), nextNumber++, task));
  }

  @Override
  public Handle every(Duration period, Runnable task) {
    Repetition repetition = new Repetition(period, task);
    after(period, repetition);
    return repetition;
  }

  private final class Repetition implements Runnable, Handle {
    private final Duration period;
    private final Runnable task;
    private volatile boolean ended;

    Repetition(Duration period, Runnable task) {
      this.period = period;
      this.task = task;
    }

    @Override
    public void run() {
      if (!ended) {
        task.run();
        after(period, this);
      }
    }

    @Override
    public void close() {
      ended = true;
    }
  }

  /// Moves time forward, stopping at each task that is due on the way.
  public void advance(Duration span) {
    long until = nowMillis() + span.toMillis();
    for (Optional<Due> due = takeDue(until); due.isPresent(); due = takeDue(until)) {
      moveTo(due.get().atMillis());
      due.get().task().run();
    }
    moveTo(until);
  }

  private synchronized Optional<Due> takeDue(long untilMillis) {
    Optional<Due> first =
        tasks.stream()
            .filter(task -> task.atMillis() <= untilMillis)
            .min(Comparator.comparingLong(Due::atMillis).thenComparingLong(Due::number));
    first.ifPresent(tasks::remove);
    return first;
  }

  private synchronized void moveTo(long millis) {
    if (millis > nowMillis) {
      clock.advance(Duration.ofMillis(millis - nowMillis));
      nowMillis = millis;
    }
  }
}
