package com.northwind.dispatch.simulator.command;

import com.northwind.dispatch.simulator.run.Run;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Turns Ctrl-C and SIGTERM into a graceful end: the run stops, settles briefly, reports, and its
/// verdict becomes the exit code.
final class Signals implements AutoCloseable {
  private static final long PATIENCE_S = 20;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger code = new AtomicInteger(1);
  private final Thread hook;

  private Signals(Run run) {
    this.hook =
        new Thread(
            () -> {
              run.stop();
              awaitEnd();
              Runtime.getRuntime().halt(code.get());
            },
            "graceful-end");
  }

  static Signals endGracefully(Run run) {
    Signals signals = new Signals(run);
    Runtime.getRuntime().addShutdownHook(signals.hook);
    return signals;
  }

  private void awaitEnd() {
    try {
      if (!ended.await(PATIENCE_S, TimeUnit.SECONDS)) {
        System.err.println("device-simulator: no graceful end within " + PATIENCE_S + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The run has reported; the process may end with `exitCode`.
  void ended(int exitCode) {
    code.set(exitCode);
    ended.countDown();
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is what is running: it ends the process.
      awaitHalt();
    }
  }

  /// Lets the hook have the last word, so that the exit code is the run's.
  private void awaitHalt() {
    try {
      hook.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
