package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.supervisor.StackHome;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option every command has: which checkout it is about.
final class HomeOption {
  @Option(names = "--root", hidden = true, description = "The checkout with the built jars.")
  private Path root = Path.of(".");

  StackHome home() {
    return new StackHome(root);
  }
}
