package com.northwind.dispatch.simulator.command;

import com.northwind.dispatch.simulator.fleet.FleetFile;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.report.ReportJson;
import com.northwind.dispatch.simulator.report.ReportText;
import com.northwind.dispatch.simulator.run.PlanHash;
import com.northwind.dispatch.simulator.run.Run;
import com.northwind.dispatch.simulator.run.RunExit;
import com.northwind.dispatch.simulator.run.RunResult;
import com.northwind.dispatch.simulator.run.RunSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a fleet.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Drive a fleet against a running platform and measure end to end what becomes of it.")
final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--fleet", required = true, description = "fleet file: drivers, tablets, units")
  private Path fleet = Path.of("fleet.json");

  @Option(
      names = "--eld",
      defaultValue = "127.0.0.1:5027",
      description = "gateway's TCP port for ELD units (default ${DEFAULT-VALUE})")
  private InetSocketAddress eld = new InetSocketAddress(0);

  @Option(
      names = "--tablet",
      defaultValue = "127.0.0.1:8443",
      description = "gateway's port for tablets (default ${DEFAULT-VALUE})")
  private InetSocketAddress tablet = new InetSocketAddress(0);

  @Option(
      names = "--planning",
      defaultValue = "http://127.0.0.1:8081",
      description = "load planning's REST API (default ${DEFAULT-VALUE})")
  private URI planning = URI.create("http://127.0.0.1");

  @Option(names = "--elds", description = "ELD units (default: all of the fleet; 0 for none)")
  private @Nullable Integer elds;

  @Option(names = "--tablets", description = "tablets (default: all of the fleet; 0 for none)")
  private @Nullable Integer tablets;

  @Option(
      names = "--dispatchers",
      defaultValue = "0",
      description = "dispatchers, each acting once a second (default ${DEFAULT-VALUE})")
  private int dispatchers;

  @Option(
      names = "--eld-interval",
      defaultValue = "5s",
      description = "between two records of a unit (default ${DEFAULT-VALUE})")
  private Duration eldInterval = Duration.ZERO;

  @Option(
      names = "--stop-seconds",
      defaultValue = "4",
      description = "a driver's time on one stop (default ${DEFAULT-VALUE})")
  private int stopSeconds;

  @Option(
      names = "--duration",
      defaultValue = "60s",
      description = "how long the connected fleet is driven (default ${DEFAULT-VALUE})")
  private Duration duration = Duration.ZERO;

  @Option(
      names = "--connect-timeout",
      defaultValue = "30s",
      description = "how long to wait for the fleet to connect (default ${DEFAULT-VALUE})")
  private Duration connectTimeout = Duration.ZERO;

  @Option(
      names = "--settle-timeout",
      defaultValue = "60s",
      description = "how long what is on its way may take to arrive (default ${DEFAULT-VALUE})")
  private Duration settleTimeout = Duration.ZERO;

  @Option(names = "--ramp", description = "spread of first connections (default: 100 a second)")
  private @Nullable Duration ramp;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "routes and actions are drawn from it (default ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--threads", description = "event loops (default: half the processors)")
  private @Nullable Integer threads;

  @Option(names = "--journal", description = "directory that lets a killed run go on")
  private @Nullable Path journal;

  @Option(names = "--progress", description = "one JSON line a second on standard output")
  private boolean isProgressWanted;

  @Option(names = "--json", description = "file for the final report; - for standard output")
  private @Nullable String json;

  @Override
  public Integer call() throws InterruptedException {
    CommandSpec known = spec;
    if (known == null) {
      return RunExit.USAGE.code();
    }
    PrintWriter out = known.commandLine().getOut();
    PrintWriter err = known.commandLine().getErr();
    try {
      FleetFile people = FleetFile.read(fleet);
      RunSettings settings = settings(people);
      ReportJson reports = new ReportJson();
      Run run =
          new Run(
              settings,
              RunClock.system(),
              (phase, sinceUs, state) -> {
                if (isProgressWanted) {
                  out.println(reports.progressLine(phase, sinceUs, state));
                  out.flush();
                }
              });
      err.println(
          "device-simulator: seed "
              + seed
              + ", plan "
              + PlanHash.of(settings)
              + ", "
              + settings.arguments());
      err.flush();
      try (Signals signals = Signals.endGracefully(run)) {
        RunResult result = run.execute(people);
        tell(result, reports, out, err);
        signals.ended(result.exit().code());
        return result.exit().code();
      }
    } catch (IOException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()));
    }
  }

  private void tell(RunResult result, ReportJson reports, PrintWriter out, PrintWriter err)
      throws IOException {
    String report = reports.report(result);
    String target = json;
    boolean isOutForMachines = isProgressWanted || "-".equals(target);
    if ("-".equals(target)) {
      out.println(report);
    } else if (target != null) {
      writeWhole(Path.of(target), report);
    }
    PrintWriter people = isOutForMachines ? err : out;
    people.println(ReportText.of(result));
    out.flush();
    err.flush();
  }

  /// Whoever sees the file sees all of it.
  private static void writeWhole(Path file, String report) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.writeString(draft, report + "\n");
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private RunSettings settings(FleetFile people) {
    int units = count("--elds", elds, people.elds().size());
    int screens = count("--tablets", tablets, people.drivers().size());
    if (dispatchers < 0 || (dispatchers > 0 && people.drivers().isEmpty())) {
      throw new UsageProblem("--dispatchers: 0 or more, and drivers in the fleet to give loads to");
    }
    if (stopSeconds < 1 || !eldInterval.isPositive() || !duration.isPositive()) {
      throw new UsageProblem("--stop-seconds, --eld-interval and --duration must be positive");
    }
    Duration spread = ramp;
    Integer loops = threads;
    return new RunSettings(
        eld,
        tablet,
        planning,
        units,
        screens,
        dispatchers,
        eldInterval,
        Duration.ofSeconds(stopSeconds),
        duration,
        connectTimeout,
        settleTimeout,
        spread != null ? spread : Duration.ofMillis(10L * Math.max(units, screens)),
        seed,
        loops != null ? loops : Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
        Optional.ofNullable(journal));
  }

  private static int count(String option, @Nullable Integer wanted, int available) {
    if (wanted == null) {
      return available;
    }
    if (wanted < 0 || wanted > available) {
      throw new UsageProblem(
          option + " " + wanted + ": the fleet file has 0 to " + available + " of them");
    }
    return wanted;
  }
}
