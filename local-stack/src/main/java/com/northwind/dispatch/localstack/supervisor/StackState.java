package com.northwind.dispatch.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What runs where, as the supervisor last wrote it down.
///
/// @param supervisorPid process id of the supervisor
/// @param readySeconds seconds from the supervisor's start until everything served; null before
/// @param ports port of every endpoint
/// @param processes every process, in the order they are started
public record StackState(
    long supervisorPid,
    @Nullable Double readySeconds,
    Map<Endpoint, Integer> ports,
    List<ProcessState> processes) {

  public StackState {
    ports = Map.copyOf(ports);
    processes = List.copyOf(processes);
  }

  /// One process.
  ///
  /// @param name what people call it
  /// @param pid its process id, null while it does not run
  /// @param state how it is doing, e.g. `READY`
  /// @param restarts how often it was started again
  /// @param endpoints where it listens
  /// @param log where its output goes
  public record ProcessState(
      String name,
      @Nullable Long pid,
      String state,
      int restarts,
      List<Endpoint> endpoints,
      String log) {

    public ProcessState {
      endpoints = List.copyOf(endpoints);
    }
  }

  public StackPorts stackPorts() {
    return new StackPorts(ports);
  }

  /// Whether the supervisor still lives. Its process id may be somebody else's by now.
  public boolean supervisorLives() {
    try {
      return Files.readString(Path.of("/proc", Long.toString(supervisorPid), "cmdline"))
          .contains(SupervisorLauncher.MAIN_CLASS);
    } catch (IOException e) {
      return false;
    }
  }

  public Optional<ProcessState> process(String name) {
    return processes.stream().filter(process -> process.name().equals(name)).findFirst();
  }
}
