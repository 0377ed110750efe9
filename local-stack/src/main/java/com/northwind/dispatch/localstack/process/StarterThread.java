package com.northwind.dispatch.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The one platform thread that starts every child: a child's parent-death signal fires when the
/// thread that started it ends, so that thread has to live as long as the JVM.
final class StarterThread {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("process-starter").daemon(true).factory());

  private StarterThread() {}

  static Process start(Callable<Process> launch) {
    try {
      return THREAD.submit(launch).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw new UncheckedIOException(io);
      }
      throw new IllegalStateException("cannot start a process", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting a process", e);
    }
  }
}
