package com.northwind.dispatch.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A running child process. It ends when this JVM ends, however that happens. Thread-safe.
public final class ChildProcess {
  private final ChildCommand command;
  private final Process process;

  private ChildProcess(ChildCommand command, Process process) {
    this.command = command;
    this.process = process;
  }

  /// Starts the process.
  ///
  /// @throws UncheckedIOException when the program or its log file cannot be opened
  public static ChildProcess start(ChildCommand command) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Lifeline.ofThisMachine().commandLine(command, ProcessHandle.current().pid()));
    builder.environment().putAll(command.environment());
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    try {
      Files.createDirectories(command.log().toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the directory of " + command.log(), e);
    }
    return new ChildProcess(command, StarterThread.start(builder::start));
  }

  public ChildCommand command() {
    return command;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Completes with the exit code when the process has ended.
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /// Asks the process to end, and kills it when it has not within the time given.
  ///
  /// @return whether it ended by itself
  public boolean stop(Duration grace) {
    if (!process.isAlive()) {
      return true;
    }
    signal(command.stopSignal());
    if (awaitExit(grace)) {
      return true;
    }
    kill();
    return false;
  }

  /// Ends the process as `kill -9` does, and waits until it is gone.
  public void kill() {
    process.destroyForcibly();
    awaitExit(Duration.ofMinutes(1));
  }

  /// Sends a signal, named without `SIG`.
  public void signal(String name) {
    if (process.isAlive()) {
      Tools.succeeds("sh", "-c", "kill -s %s %d".formatted(name, process.pid()));
    }
  }

  private boolean awaitExit(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
