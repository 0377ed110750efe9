package com.northwind.dispatch.eldprotocols.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Starts the command line of the module.
@Command(
    name = "eld-protocols",
    description = "Tools for the protocols of ELD hardware.",
    subcommands = DecodeCommand.class)
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /// Read by picocli alone, which then prints the help.
  @SuppressWarnings("unused")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  Main() {}

  /// Runs a command and ends the process with its code.
  public static void main(String[] args) {
    // Netty asks for a logger, and a command line has none to offer.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing a command: decode");
  }
}
