package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.demo.Demo;
import com.northwind.dispatch.localstack.demo.DemoSettings;
import com.northwind.dispatch.localstack.demo.StopRequest;
import com.northwind.dispatch.localstack.supervisor.InstanceLock;
import com.northwind.dispatch.localstack.supervisor.StackHome;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the whole system at work; exits with 1 when anything was lost, doubled or not delivered.
@Command(
    name = "demo",
    description = "Boot everything, simulate a fleet, and prove that nothing was lost.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final Duration HEADLESS_DURATION = Duration.ofSeconds(60);
  private static final int FAILED = 1;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Option(names = "--elds", paramLabel = "N", description = "ELD units. Default: ${DEFAULT-VALUE}.")
  private int elds = 100;

  @Option(
      names = "--tablets",
      paramLabel = "N",
      description = "Tablets. Default: ${DEFAULT-VALUE}.")
  private int tablets = 100;

  @Option(
      names = "--dispatchers",
      paramLabel = "N",
      description = "Dispatchers, each acting once a second. Default: ${DEFAULT-VALUE}.")
  private int dispatchers = 20;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long, e.g. 90s or 15m. Default: 60s when headless, else until Ctrl-C.")
  private @Nullable String duration;

  @Option(names = "--headless", description = "A line every few seconds, as without a terminal.")
  private boolean headless;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report here.")
  private @Nullable Path json;

  @Option(names = "--keep", description = "Leave the system up afterwards.")
  private boolean keep;

  @Option(names = "--seed", hidden = true)
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    StackHome home = homeOption.home();
    Optional<InstanceLock> lock = InstanceLock.tryAcquire(home.run().resolve("demo.lock"));
    if (lock.isEmpty()) {
      spec.commandLine().getErr().println("Another demo runs here already.");
      return FAILED;
    }
    StopRequest stop = new StopRequest();
    CompletableFuture<Integer> result = new CompletableFuture<>();
    // Ctrl-C ends the simulation, not the summary: the JVM waits for it, then exits with its code.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!result.isDone()) {
                    stop.make();
                    Runtime.getRuntime().halt(result.join());
                  }
                },
                "finish-demo"));
    int code = FAILED;
    try {
      Demo demo = new Demo(home, settings(), Clock.systemUTC(), spec.commandLine().getOut(), stop);
      code = demo.run() ? 0 : FAILED;
    } catch (RuntimeException | IOException | SQLException e) {
      spec.commandLine().getErr().println(Commands.describe(e));
    } finally {
      lock.get().close();
      result.complete(code);
    }
    return code;
  }

  private DemoSettings settings() {
    boolean quiet =
        headless || !Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Optional<Duration> length =
        duration == null
            ? (quiet ? Optional.of(HEADLESS_DURATION) : Optional.empty())
            : Optional.of(DemoSettings.parseDuration(duration));
    return new DemoSettings(
        elds, tablets, dispatchers, length, quiet, Optional.ofNullable(json), keep, seed);
  }
}
