package com.northwind.dispatch.simulator.command;

/// The command line, or a file it names, makes no sense; the message says what to do.
final class UsageProblem extends RuntimeException {
  UsageProblem(String message) {
    super(message);
  }
}
