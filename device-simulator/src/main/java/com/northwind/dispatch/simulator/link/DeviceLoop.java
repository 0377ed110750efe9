package com.northwind.dispatch.simulator.link;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One of the few threads that carry every simulated device. A device lives on one of them for
/// good, so its state needs no locks.
///
/// Whatever a task throws is handed to the run, which then fails: a device that quietly stopped
/// would look like a server that lost something.
public final class DeviceLoop {
  private final EventLoop loop;
  private final Consumer<Throwable> onFault;

  DeviceLoop(EventLoop loop, Consumer<Throwable> onFault) {
    this.loop = loop;
    this.onFault = onFault;
  }

  /// A task that waits for its time, or repeats; can be called off.
  public static final class Timer {
    private final ScheduledFuture<?> future;

    private Timer(ScheduledFuture<?> future) {
      this.future = future;
    }

    /// Calls the task off; to be done on its loop, where it cannot be running.
    public void cancel() {
      future.cancel(false);
    }
  }

  /// The Netty thread, for channels that are to live on it.
  public EventLoop netty() {
    return loop;
  }

  /// Runs `task` soon.
  public void execute(Runnable task) {
    loop.execute(guarded(task));
  }

  /// Runs `task` now when already on the loop, else soon.
  public void runHere(Runnable task) {
    if (loop.inEventLoop()) {
      guarded(task).run();
    } else {
      execute(task);
    }
  }

  /// Runs `task` after `delayMs` milliseconds.
  public Timer after(long delayMs, Runnable task) {
    return afterUs(delayMs * 1000, task);
  }

  /// Runs `task` after `delayUs` microseconds.
  public Timer afterUs(long delayUs, Runnable task) {
    return new Timer(loop.schedule(guarded(task), delayUs, TimeUnit.MICROSECONDS));
  }

  /// Runs `task` after `firstMs` and then each `intervalMs`; a late run does not shift the later
  /// ones.
  public Timer every(long firstMs, long intervalMs, Runnable task) {
    return new Timer(
        loop.scheduleAtFixedRate(guarded(task), firstMs, intervalMs, TimeUnit.MILLISECONDS));
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error fault) {
        onFault.accept(fault);
        throw fault;
      }
    };
  }
}
