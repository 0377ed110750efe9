package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.process.ChildCommand;
import com.northwind.dispatch.localstack.process.ChildProcess;
import com.northwind.dispatch.localstack.process.JavaCommand;
import com.northwind.dispatch.localstack.supervisor.Endpoint;
import com.northwind.dispatch.localstack.supervisor.StackHome;
import com.northwind.dispatch.localstack.supervisor.StackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The simulated fleet, in a JVM of its own. When it dies before it has reported, it is started
/// again with the same arguments and goes on from its journal, as devices with flash memory do.
/// Thread-safe.
final class SimulatorRun {
  private static final Duration STOP_GRACE = Duration.ofSeconds(40);
  private static final Duration RESTART_PAUSE = Duration.ofMillis(500);
  private static final int MOST_RESTARTS = 20;

  /// The simulator's exit code for arguments that make no sense; they will not make more next time.
  private static final int USAGE = 2;

  private static final List<String> FLAGS = List.of("-XX:+UseG1GC", "-Xms64m", "-Xmx512m");

  private final ChildCommand command;
  private final Path report;
  private @Nullable ChildProcess process;
  private volatile boolean stopping;
  private volatile boolean hopeless;
  private final AtomicInteger restarts = new AtomicInteger();

  SimulatorRun(
      StackHome home, StackPorts ports, DemoSettings settings, Path fleetFile, Path workDirectory) {
    this.report = workDirectory.resolve("simulator.json");
    List<String> arguments = new ArrayList<>();
    arguments.add("run");
    option(arguments, "--fleet", fleetFile);
    option(arguments, "--eld", ports.address(Endpoint.GATEWAY_ELD));
    option(arguments, "--tablet", "localhost:" + ports.of(Endpoint.GATEWAY_TABLET));
    option(arguments, "--planning", "http://" + ports.address(Endpoint.HTTP_LOAD_PLANNING));
    option(arguments, "--elds", settings.elds());
    option(arguments, "--tablets", settings.tablets());
    option(arguments, "--dispatchers", settings.dispatchers());
    option(arguments, "--eld-interval", "5s");
    option(arguments, "--duration", settings.simulatedFor().toSeconds() + "s");
    option(arguments, "--seed", settings.seed());
    option(arguments, "--journal", workDirectory.resolve("journal"));
    arguments.add("--progress");
    option(arguments, "--json", report);
    this.command =
        ChildCommand.of(
            "device-simulator",
            JavaCommand.ofJar(FLAGS, home.jar("device-simulator"), arguments),
            Map.of(),
            home.log("device-simulator"));
  }

  /// Where its output goes: progress, one JSON object a line, and what it has to say.
  Path log() {
    return command.log();
  }

  /// Starts it and keeps it going until it has reported.
  void start() {
    launch();
    Thread.ofVirtual().name("watch-simulator").start(this::watch);
  }

  /// Asks it to end early; it still settles and reports.
  void stop() {
    stopping = true;
    ChildProcess running = current();
    if (running != null) {
      running.signal("TERM");
      Await.until(STOP_GRACE, () -> !running.isAlive());
    }
  }

  /// Whether it is over: it has reported, or there is no hope that it will.
  boolean isOver() {
    ChildProcess running = current();
    boolean isAlive = running != null && running.isAlive();
    return !isAlive && (hasReported() || stopping || hopeless);
  }

  /// How often it had to be started again.
  int restarts() {
    return restarts.get();
  }

  Optional<Long> pid() {
    return Optional.ofNullable(current()).filter(ChildProcess::isAlive).map(ChildProcess::pid);
  }

  /// Its report, once it is over and has made one.
  Optional<String> report() {
    try {
      return hasReported() ? Optional.of(Files.readString(report)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the simulator's report " + report, e);
    }
  }

  private boolean hasReported() {
    return Files.exists(report);
  }

  private void watch() {
    while (!isOver()) {
      ChildProcess running = current();
      if (running != null) {
        hopeless = running.onExit().join() == USAGE || restarts.get() >= MOST_RESTARTS;
      }
      if (isOver()) {
        return;
      }
      Await.until(RESTART_PAUSE, () -> stopping);
      restarts.incrementAndGet();
      launch();
    }
  }

  private synchronized void launch() {
    if (!stopping) {
      process = ChildProcess.start(command);
    }
  }

  private synchronized @Nullable ChildProcess current() {
    return process;
  }

  private static void option(List<String> arguments, String name, Object value) {
    arguments.add(name);
    arguments.add(value.toString());
  }
}
