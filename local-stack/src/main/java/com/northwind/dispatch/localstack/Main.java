package com.northwind.dispatch.localstack;

import com.northwind.dispatch.localstack.command.Commands;

/// Entry point of `./northwind`'s commands that need the system.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.setProperty(
        "logback.configurationFile", "com/northwind/dispatch/localstack/logback.xml");
    System.exit(Commands.execute(arguments));
  }
}
