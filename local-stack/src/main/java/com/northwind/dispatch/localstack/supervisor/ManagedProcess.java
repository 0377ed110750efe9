package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.process.ChildProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one process running: starts it, notices when it serves, and starts it again when it dies.
/// Thread-safe.
final class ManagedProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ManagedProcess.class);
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);

  /// Looking costs processor time that whatever is starting needs more.
  private static final Duration READY_PAUSE = Duration.ofMillis(100);

  /// How a process is doing.
  enum State {
    /// Not started yet.
    WAITING,
    /// Runs but does not serve yet.
    STARTING,
    /// Serves.
    READY,
    /// Died, and is about to be started again.
    RESTARTING,
    /// Ended because it was asked to.
    STOPPED
  }

  private final ProcessSpec spec;
  private final Runnable onChange;
  private final CountDownLatch stopRequested = new CountDownLatch(1);
  private volatile State state = State.WAITING;
  private volatile int starts;
  private volatile boolean everReady;
  private @Nullable ChildProcess child;

  /// @param onChange called after each change of state, from the thread that caused it
  ManagedProcess(ProcessSpec spec, Runnable onChange) {
    this.spec = spec;
    this.onChange = onChange;
  }

  /// Starts the process and returns at once.
  void start() {
    Thread.ofVirtual().name("run-" + spec.name()).start(this::keepRunning);
  }

  ProcessSpec spec() {
    return spec;
  }

  State state() {
    return state;
  }

  /// How often it was started again.
  int restarts() {
    return Math.max(0, starts - 1);
  }

  /// Whether it has died at least that often without ever having served.
  boolean failedToStart(int times) {
    return !everReady && state == State.RESTARTING && starts >= times;
  }

  synchronized Optional<Long> pid() {
    return Optional.ofNullable(child).filter(ChildProcess::isAlive).map(ChildProcess::pid);
  }

  /// Ends the process for good: asks first, kills when the time is over.
  void stop(Duration grace) {
    ChildProcess running;
    synchronized (this) {
      stopRequested.countDown();
      running = child;
    }
    if (running != null && !running.stop(grace)) {
      LOG.warn(
          "killed a process that did not stop process={} graceS={}",
          spec.name(),
          grace.toSeconds());
    }
    become(State.STOPPED);
  }

  private void keepRunning() {
    RestartDelay delay = new RestartDelay();
    while (!isStopping()) {
      long startedNanos = System.nanoTime();
      superviseOnce(startedNanos);
      if (isStopping()) {
        return;
      }
      become(State.RESTARTING);
      Duration pause = delay.after(Duration.ofNanos(System.nanoTime() - startedNanos));
      LOG.info("starting again process={} inMs={}", spec.name(), pause.toMillis());
      if (stopRequestedWithin(pause)) {
        return;
      }
    }
  }

  private void superviseOnce(long startedNanos) {
    try {
      ChildProcess started = launch();
      if (started == null) {
        return;
      }
      become(State.STARTING);
      Await.until(
          READY_LIMIT, READY_PAUSE, () -> !started.isAlive() || spec.ready().test(started.pid()));
      if (started.isAlive() && !isStopping()) {
        everReady = true;
        become(State.READY);
        LOG.info(
            "ready process={} pid={} afterMs={}",
            spec.name(),
            started.pid(),
            Duration.ofNanos(System.nanoTime() - startedNanos).toMillis());
      }
      int exitCode = started.onExit().join();
      LOG.info("ended process={} pid={} exitCode={}", spec.name(), started.pid(), exitCode);
    } catch (RuntimeException e) {
      LOG.error("cannot start process={}", spec.name(), e);
    }
  }

  private synchronized @Nullable ChildProcess launch() {
    if (isStopping()) {
      return null;
    }
    starts++;
    ChildProcess started = ChildProcess.start(spec.command().get());
    child = started;
    return started;
  }

  private boolean isStopping() {
    return stopRequested.getCount() == 0;
  }

  private boolean stopRequestedWithin(Duration pause) {
    try {
      return stopRequested.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void become(State next) {
    state = next;
    onChange.run();
  }
}
