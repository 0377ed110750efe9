package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.check.UnusableReferenceException;
import com.northwind.dispatch.contractrules.descriptor.UnreadableContractsException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The command `contracts` and the table of its subcommands.
@Command(
    name = "./northwind contracts",
    description = "Shows, compares and checks the events that the processes write and read.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      DiffCommand.class,
      CheckCommand.class,
      ApproveCommand.class,
      SampleCommand.class,
      DocsCommand.class
    })
public final class ContractsCommand {
  static final int OK = 0;
  static final int FINDINGS = 1;
  static final int WRONG_CALL = 2;

  /// The launcher says the root in every call, also in one for help.
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private Places places = new Places();

  private ContractsCommand() {}

  /// Runs one command.
  ///
  /// @return 0 when all is well, 1 for findings, 2 for a wrong call
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line =
        new CommandLine(new ContractsCommand())
            .setOut(out)
            .setErr(err)
            .setUsageHelpAutoWidth(true)
            .setParameterExceptionHandler(ContractsCommand::explainWrongCall)
            .setExecutionExceptionHandler(ContractsCommand::explain);
    if (arguments.length == 0) {
      line.usage(err);
      return WRONG_CALL;
    }
    return line.execute(arguments);
  }

  private static int explainWrongCall(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("contracts: " + wrong.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
      command.usage(command.getErr());
    }
    return WRONG_CALL;
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    switch (failure) {
      case WrongCallException wrong -> say(command, wrong);
      case UnusableReferenceException wrong -> say(command, wrong);
      case UnreadableContractsException wrong -> say(command, wrong);
      case UncheckedIOException wrong -> say(command, wrong);
      default -> throw failure;
    }
    return WRONG_CALL;
  }

  private static void say(CommandLine command, RuntimeException failure) {
    String cause = failure instanceof UncheckedIOException ? ": " + failure.getCause() : "";
    command.getErr().println("contracts: " + failure.getMessage() + cause + ".");
  }
}
