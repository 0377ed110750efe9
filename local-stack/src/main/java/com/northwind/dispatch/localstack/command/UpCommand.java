package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.supervisor.LogFiles;
import com.northwind.dispatch.localstack.supervisor.StackHome;
import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StateFile;
import com.northwind.dispatch.localstack.supervisor.StatusTable;
import com.northwind.dispatch.localstack.supervisor.SupervisorLauncher;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Starts the system in the background and waits until it serves.
@Command(
    name = "up",
    description = "Start the system in the background.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int LOG_LINES = 20;

  @Mixin private HomeOption homeOption = new HomeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    StackHome home = homeOption.home();
    StateFile file = new StateFile(home);
    Optional<StackState> running = file.readLive();
    if (running.isPresent()) {
      out.println("The system is up already.");
      new StatusTable(running.get(), home.root()).lines().forEach(out::println);
      return 0;
    }
    SupervisorLauncher launcher = new SupervisorLauncher(home);
    launcher.startLogAnew();
    out.println("Starting the system ...");
    out.flush();
    ProcessHandle supervisor = launcher.launchDetached();
    Await.until(LIMIT, () -> !supervisor.isAlive() || isReady(file, supervisor));
    if (!supervisor.isAlive() || !isReady(file, supervisor)) {
      spec.commandLine().getErr().println("The system did not start:");
      LogFiles.tail(launcher.log(), LOG_LINES).forEach(spec.commandLine().getErr()::println);
      return 1;
    }
    file.readLive()
        .ifPresent(state -> new StatusTable(state, home.root()).lines().forEach(out::println));
    return 0;
  }

  private static boolean isReady(StateFile file, ProcessHandle supervisor) {
    return file.readLive()
        .filter(state -> state.supervisorPid() == supervisor.pid())
        .map(StackState::readySeconds)
        .isPresent();
  }
}
