package com.northwind.dispatch.simulator;

import com.northwind.dispatch.simulator.command.SimulatorCommand;

/// The device simulator's command line.
public final class Main {
  private Main() {}

  /// Runs one command; the process's exit code says how it came out.
  public static void main(String[] arguments) {
    System.exit(SimulatorCommand.execute(arguments));
  }
}
