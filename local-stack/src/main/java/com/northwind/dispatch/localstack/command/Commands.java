package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.supervisor.StackStartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All commands of this module, and what becomes of their errors.
@Command(
    name = "northwind",
    description = "Runs Northwind Dispatch on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      TopicCommand.class,
      DemoCommand.class
    })
public final class Commands {
  private static final int FAILED = 1;

  /// Runs a command line.
  ///
  /// @return the exit code
  public static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Commands());
    line.setExecutionExceptionHandler(
        (problem, command, result) -> {
          command.getErr().println(describe(problem));
          return FAILED;
        });
    return line.execute(arguments);
  }

  /// An error in words for people.
  static String describe(Exception problem) {
    String message = String.valueOf(problem.getMessage());
    return problem instanceof StackStartException || problem instanceof IllegalArgumentException
        ? message
        : problem.getClass().getSimpleName() + ": " + message;
  }
}
