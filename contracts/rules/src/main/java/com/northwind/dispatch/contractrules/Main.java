package com.northwind.dispatch.contractrules;

import com.northwind.dispatch.contractrules.command.ContractsCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The command line of the contracts.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its code: 0 when all is well, 1 for findings, 2 for a wrong
  /// call.
  public static void main(String[] arguments) {
    // The library that validates logs through SLF4J; a command speaks for itself.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = ContractsCommand.execute(out, err, arguments);
    out.flush();
    System.exit(exitCode);
  }
}
