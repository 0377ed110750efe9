package com.northwind.dispatch.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What to run as a child process, and how to end it.
///
/// @param name what people call the process, e.g. `gateway`
/// @param argv program and arguments
/// @param environment variables set on top of this JVM's own
/// @param log file that standard output and error are appended to
/// @param stopSignal signal that asks the process to end in good order, without `SIG`
/// @param orphanSignal signal the kernel sends when the starting JVM dies, without `SIG`
/// @param identity under whose name the process runs
public record ChildCommand(
    String name,
    List<String> argv,
    Map<String, String> environment,
    Path log,
    String stopSignal,
    String orphanSignal,
    RunAs identity) {

  public ChildCommand {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("process " + name + " has no program to run");
    }
  }

  /// A process that runs as this user, is asked to end by SIGTERM, and is killed with its parent.
  public static ChildCommand of(
      String name, List<String> argv, Map<String, String> environment, Path log) {
    return new ChildCommand(name, argv, environment, log, "TERM", "KILL", RunAs.SELF);
  }
}
