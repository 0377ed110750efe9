package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StateFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Stops the system that runs in the background.
@Command(
    name = "down",
    description = "Stop the system; its data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Mixin private HomeOption homeOption = new HomeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Optional<StackState> running = new StateFile(homeOption.home()).readLive();
    if (running.isEmpty()) {
      spec.commandLine().getOut().println("The system is not up.");
      return 0;
    }
    long pid = running.get().supervisorPid();
    Optional<ProcessHandle> supervisor = ProcessHandle.of(pid);
    supervisor.ifPresent(ProcessHandle::destroy);
    boolean gone =
        Await.until(LIMIT, () -> supervisor.map(process -> !process.isAlive()).orElse(true));
    if (!gone) {
      supervisor.ifPresent(ProcessHandle::destroyForcibly);
      spec.commandLine()
          .getErr()
          .printf("The supervisor (process %d) did not stop in time and was killed.%n", pid);
      return 1;
    }
    spec.commandLine().getOut().println("The system is down; its data stays in .northwind/.");
    return 0;
  }
}
