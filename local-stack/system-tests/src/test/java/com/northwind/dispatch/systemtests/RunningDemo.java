package com.northwind.dispatch.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.northwind.dispatch.localstack.supervisor.Endpoint;
import com.northwind.dispatch.localstack.supervisor.StackHome;
import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The demo of a small fleet, as a process of its own on data of its own.
final class RunningDemo implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final List<String> MODULES =
      List.of("gateway", "core-services", "device-simulator", "local-stack", "contracts");

  private final StackHome home;
  private final Path report;
  private final Path output;
  private final Process process;

  private RunningDemo(StackHome home, Path report, Path output, Process process) {
    this.home = home;
    this.report = report;
    this.output = output;
    this.process = process;
  }

  /// Starts the demo and returns once its fleet is connected.
  ///
  /// @param directory an empty directory for everything it writes
  /// @param duration how long the fleet runs
  static RunningDemo start(Path directory, Duration duration) throws IOException {
    Path checkout = checkout();
    for (String module : MODULES) {
      Files.createSymbolicLink(directory.resolve(module), checkout.resolve(module));
    }
    StackHome home = new StackHome(directory);
    Path report = directory.resolve("report.json");
    Path output = directory.resolve("demo.log");
    List<String> command = new ArrayList<>(command(home, "demo"));
    command.addAll(List.of("--elds", "10", "--tablets", "10", "--dispatchers", "4"));
    command.addAll(List.of("--duration", duration.toSeconds() + "s", "--headless"));
    command.addAll(List.of("--json", report.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    RunningDemo demo = new RunningDemo(home, report, output, process);
    try {
      demo.awaitReady();
    } catch (RuntimeException | Error e) {
      demo.close();
      throw e;
    }
    return demo;
  }

  /// Where its broker is, `host:port`.
  String kafka() {
    return state().stackPorts().address(Endpoint.KAFKA);
  }

  /// The port of an endpoint.
  int port(Endpoint endpoint) {
    return state().stackPorts().of(endpoint);
  }

  /// The process id of one of its processes, e.g. `gateway`.
  long pidOf(String name) {
    return state()
        .process(name)
        .flatMap(one -> Optional.ofNullable(one.pid()))
        .orElseThrow(() -> new AssertionError("no process " + name));
  }

  /// What a command of the same checkout prints, against this demo.
  Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(command(home, arguments[0]));
    command.addAll(List.of(arguments).subList(1, arguments.length));
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(run.waitFor(), text);
  }

  /// What a command ended with.
  record Run(int exitCode, String output) {}

  /// Waits for the end of the demo and returns its report.
  JsonNode finish() throws IOException, InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new AssertionError("the demo ended with " + code + ":\n" + Files.readString(output));
    }
    return new ObjectMapper().readTree(report.toFile());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() {
    await("the demo is up")
        .atMost(START)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("the demo ended:\n" + Files.readString(output));
              }
              return new StateFile(home)
                  .readLive()
                  .filter(state -> state.readySeconds() != null)
                  .isPresent();
            });
  }

  private StackState state() {
    return new StateFile(home)
        .readLive()
        .orElseThrow(() -> new AssertionError("the demo is not up any more"));
  }

  private static List<String> command(StackHome home, String name) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        "-jar",
        home.jar("local-stack").toString(),
        name,
        "--root",
        home.root().toString());
  }

  /// Tests run in their module's directory.
  private static Path checkout() {
    return Path.of("../..").toAbsolutePath().normalize();
  }
}
