package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.localstack.process.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a supervisor that was killed left behind: children that are still on their way out, and
/// ports that clients hold on to.
final class LeftOvers {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final StackHome home;
  private final StateFile stateFile;

  LeftOvers(StackHome home) {
    this.home = home;
    this.stateFile = new StateFile(home);
  }

  /// Waits for the children of a killed supervisor to end, and kills those that do not.
  ///
  /// @return the ports of that run, to be used again; empty when the last run ended in good order
  Map<Endpoint, Integer> clear() {
    Optional<StackState> earlier = stateFile.read();
    if (earlier.isEmpty()) {
      return Map.of();
    }
    List<ProcessHandle> alive =
        earlier.get().processes().stream()
            .map(StackState.ProcessState::pid)
            .flatMap(
                pid -> pid == null ? Optional.<ProcessHandle>empty().stream() : ours(pid).stream())
            .toList();
    if (!alive.isEmpty()) {
      LOG.info("waiting for processes of a killed supervisor count={}", alive.size());
      if (!Await.until(GRACE, () -> alive.stream().noneMatch(ProcessHandle::isAlive))) {
        alive.forEach(ProcessHandle::destroyForcibly);
        Await.until(GRACE, () -> alive.stream().noneMatch(ProcessHandle::isAlive));
      }
    }
    return earlier.get().ports();
  }

  /// A process that still runs and whose command line shows that it is one of this home's.
  private Optional<ProcessHandle> ours(long pid) {
    try {
      String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      return commandLine.contains(home.root().toString())
          ? ProcessHandle.of(pid)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
