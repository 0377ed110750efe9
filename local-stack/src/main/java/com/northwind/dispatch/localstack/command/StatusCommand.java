package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StateFile;
import com.northwind.dispatch.localstack.supervisor.StatusTable;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Shows what runs; exits with 1 when the system is not up or not all of it serves.
@Command(
    name = "status",
    description = "Show what runs, where it listens and where it logs.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Mixin private HomeOption homeOption = new HomeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<StackState> running = new StateFile(homeOption.home()).readLive();
    if (running.isEmpty()) {
      out.println(
          "The system is not up: ./northwind up starts it, ./northwind demo shows it at work.");
      return 1;
    }
    new StatusTable(running.get(), homeOption.home().root()).lines().forEach(out::println);
    return running.get().processes().stream().allMatch(p -> p.state().equals("READY")) ? 0 : 1;
  }
}
