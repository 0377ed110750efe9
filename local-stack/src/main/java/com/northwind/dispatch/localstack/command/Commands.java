package com.northwind.dispatch.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.northwind.dispatch.localstack.supervisor.StackStartException;
import java.io.PrintWriter;
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
      DeadLettersCommand.class,
      ContractLagCommand.class,
      DemoCommand.class
    })
public final class Commands {
  private static final int FAILED = 1;

  /// Runs a command line.
  ///
  /// @return the exit code
  public static int execute(String... arguments) {
    return line(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8))
        .execute(arguments);
  }

  static CommandLine line(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Commands())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (problem, command, result) -> {
              command.getErr().println(describe(problem));
              return FAILED;
            });
  }

  /// An error in words for people.
  static String describe(Exception problem) {
    String message = String.valueOf(problem.getMessage());
    return problem instanceof StackStartException || problem instanceof IllegalArgumentException
        ? message
        : problem.getClass().getSimpleName() + ": " + message;
  }
}
