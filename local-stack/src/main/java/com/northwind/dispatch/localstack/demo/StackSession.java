package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.supervisor.LogFiles;
import com.northwind.dispatch.localstack.supervisor.StackHome;
import com.northwind.dispatch.localstack.supervisor.StackStartException;
import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StateFile;
import com.northwind.dispatch.localstack.supervisor.SupervisorLauncher;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The system a demo runs on: the one that is up, or one of its own. Should the supervisor itself
/// die, it is started again.
final class StackSession implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int LOG_LINES = 20;

  private final StateFile stateFile;
  private final SupervisorLauncher launcher;
  private final boolean outlivesDemo;
  private final Map<String, Integer> restartsAtStart = new HashMap<>();
  private volatile Optional<StackState> lastState = Optional.empty();
  private volatile boolean closing;
  private final AtomicInteger supervisorRestarts = new AtomicInteger();
  private volatile Optional<ProcessHandle> launched = Optional.empty();

  private StackSession(StateFile stateFile, SupervisorLauncher launcher, boolean outlivesDemo) {
    this.stateFile = stateFile;
    this.launcher = launcher;
    this.outlivesDemo = outlivesDemo;
  }

  /// Uses the system that is up, or boots one and waits until it serves.
  ///
  /// @param keep leaves a system that this demo booted up afterwards
  /// @throws StackStartException when it does not come up
  static StackSession open(StackHome home, boolean keep) {
    StateFile stateFile = new StateFile(home);
    SupervisorLauncher launcher = new SupervisorLauncher(home);
    boolean isUp = stateFile.readLive().isPresent();
    StackSession session = new StackSession(stateFile, launcher, keep || isUp);
    if (!isUp) {
      launcher.startLogAnew();
      session.launch();
    }
    session.awaitReady();
    session.state().processes().forEach(p -> session.restartsAtStart.put(p.name(), p.restarts()));
    Thread.ofVirtual().name("watch-supervisor").start(session::watch);
    return session;
  }

  /// What runs where, as last written down.
  StackState state() {
    lastState = stateFile.read().or(() -> lastState);
    return lastState.orElseThrow(
        () -> new StackStartException("the system has stopped: see " + launcher.log()));
  }

  /// How often each process that died since the session began was started again.
  Map<String, Integer> restarts() {
    Map<String, Integer> restarts = new TreeMap<>();
    for (StackState.ProcessState process : state().processes()) {
      int earlier =
          supervisorRestarts.get() > 0 ? 0 : restartsAtStart.getOrDefault(process.name(), 0);
      restarts.put(process.name(), process.restarts() - earlier);
    }
    restarts.put("supervisor", supervisorRestarts.get());
    restarts.values().removeIf(times -> times <= 0);
    return restarts;
  }

  /// Whether everything serves now.
  boolean isWhole() {
    return stateFile
        .readLive()
        .map(
            state ->
                state.readySeconds() != null
                    && state.processes().stream().allMatch(p -> p.state().equals("READY")))
        .orElse(false);
  }

  /// Waits until everything serves, after something died.
  ///
  /// @return whether it came to that
  boolean awaitWhole(Duration limit) {
    return Await.until(limit, this::isWhole);
  }

  @Override
  public void close() {
    closing = true;
    if (outlivesDemo) {
      return;
    }
    Optional<ProcessHandle> supervisor =
        stateFile.readLive().flatMap(state -> ProcessHandle.of(state.supervisorPid()));
    supervisor.ifPresent(
        process -> {
          process.destroy();
          Await.until(STOP_LIMIT, () -> !process.isAlive());
        });
  }

  private ProcessHandle launch() {
    ProcessHandle process = outlivesDemo ? launcher.launchDetached() : launcher.launchTied();
    launched = Optional.of(process);
    return process;
  }

  private void awaitReady() {
    Await.until(START_LIMIT, () -> isReady() || noSupervisor());
    if (!isReady()) {
      throw new StackStartException(
          "The system did not start:\n"
              + String.join("\n", LogFiles.tail(launcher.log(), LOG_LINES)));
    }
  }

  private boolean isReady() {
    return stateFile.readLive().map(StackState::readySeconds).isPresent();
  }

  /// No supervisor has written a state and none is about to: the launched one is gone.
  private boolean noSupervisor() {
    return launched.map(process -> !process.isAlive()).orElse(false);
  }

  private void watch() {
    while (!closing) {
      Await.until(LOOK_EVERY, () -> closing);
      boolean isDead = stateFile.read().map(state -> !state.supervisorLives()).orElse(false);
      if (!closing && isDead) {
        supervisorRestarts.incrementAndGet();
        ProcessHandle process = launch();
        Await.until(START_LIMIT, () -> closing || isReady() || !process.isAlive());
      }
    }
  }
}
