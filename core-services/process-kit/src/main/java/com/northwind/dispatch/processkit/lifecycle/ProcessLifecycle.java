package com.northwind.dispatch.processkit.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owns the parts of a process and closes them in the reverse order of their start. Thread-safe.
public final class ProcessLifecycle implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ProcessLifecycle.class);

  private record Part(String name, AutoCloseable closeable) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile ProcessState state = ProcessState.STARTING;

  /// Takes a started part into ownership and returns it.
  public synchronized <T extends AutoCloseable> T own(String name, T part) {
    parts.push(new Part(name, part));
    return part;
  }

  /// Where the process stands.
  public ProcessState state() {
    return state;
  }

  /// Says that every part is started.
  public synchronized void started() {
    moveTo(ProcessState.RUNNING);
  }

  /// Waits until [#close()] has finished.
  public void awaitStopped() throws InterruptedException {
    stopped.await();
  }

  /// Drains and closes every part, the last started first. A part that fails to close is logged and
  /// the rest go on.
  @Override
  public synchronized void close() {
    if (!state.canTransitionTo(ProcessState.DRAINING)) {
      return;
    }
    moveTo(ProcessState.DRAINING);
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.closeable().close();
      } catch (Exception e) {
        log.atError().addKeyValue("part", part.name()).setCause(e).log("part failed to close");
      }
    }
    moveTo(ProcessState.STOPPED);
    stopped.countDown();
  }

  private void moveTo(ProcessState next) {
    if (!state.canTransitionTo(next)) {
      throw new IllegalStateException("process cannot go from " + state + " to " + next);
    }
    state = next;
  }
}
