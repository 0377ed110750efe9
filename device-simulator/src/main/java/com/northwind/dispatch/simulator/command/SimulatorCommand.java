package com.northwind.dispatch.simulator.command;

import com.northwind.dispatch.simulator.run.RunExit;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command the others hang from.
@Command(
    name = "device-simulator",
    mixinStandardHelpOptions = true,
    description = "Fleets of ELD units, tablets and dispatchers over real sockets.",
    subcommands = {RunCommand.class, CorridorsCommand.class, ProbeCommand.class},
    footer = {
      "",
      "Exit codes: 0 everything arrived; 1 something was lost or not delivered;",
      "2 wrong use; 3 a server was never reached."
    })
public final class SimulatorCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /// Runs the command line; answers the exit code.
  public static int execute(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new SimulatorCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, Arguments::duration)
        .registerConverter(InetSocketAddress.class, Arguments::hostAndPort)
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> {
              commandLine.getErr().println("device-simulator: " + failure.getMessage());
              return failure instanceof UsageProblem
                  ? RunExit.USAGE.code()
                  : RunExit.UNDELIVERED.code();
            });
  }

  @Override
  public void run() {
    CommandLine.Model.CommandSpec known = spec;
    if (known != null) {
      throw new CommandLine.ParameterException(known.commandLine(), "Name a command.");
    }
  }
}
