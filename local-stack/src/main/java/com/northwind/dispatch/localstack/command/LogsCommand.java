package com.northwind.dispatch.localstack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a process's log.
@Command(
    name = "logs",
    description = "Print the log of a process, or name the logs there are.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The process, e.g. gateway.")
  private String name = "";

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      description = "Only the last N lines.")
  private int lines = Integer.MAX_VALUE;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path log = homeOption.home().log(name);
    if (!name.isEmpty() && Files.exists(log)) {
      List<String> all;
      try (Stream<String> stream =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()) {
        all = stream.toList();
      }
      all.subList(Math.max(0, all.size() - lines), all.size()).forEach(out::println);
      return 0;
    }
    PrintWriter to = name.isEmpty() ? out : spec.commandLine().getErr();
    if (!name.isEmpty()) {
      to.printf("There is no log of '%s'.%n", name);
    }
    to.println("Logs: " + String.join(", ", names()));
    return name.isEmpty() ? 0 : 1;
  }

  private List<String> names() throws IOException {
    Path directory = homeOption.home().log("any").getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".log"))
          .map(file -> file.substring(0, file.length() - ".log".length()))
          .sorted()
          .toList();
    }
  }
}
