package com.northwind.dispatch.simulator.command;

import com.northwind.dispatch.simulator.fleet.FleetEld;
import com.northwind.dispatch.simulator.fleet.FleetFile;
import com.northwind.dispatch.simulator.probe.Fault;
import com.northwind.dispatch.simulator.probe.Probe;
import com.northwind.dispatch.simulator.run.RunExit;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says one bad thing to the ELD port.
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = "Say one bad thing to the ELD port and report what the gateway did.")
final class ProbeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--fault",
      required = true,
      converter = FaultName.class,
      description = "bad-crc, truncated, unknown-imei or http")
  private Fault fault = Fault.HTTP;

  @Option(names = "--eld", defaultValue = "127.0.0.1:5027", description = "gateway's ELD port")
  private InetSocketAddress eld = new InetSocketAddress(5027);

  @Option(names = "--fleet", description = "fleet file; its first unit logs in")
  private @Nullable Path fleet;

  @Option(names = "--patience", defaultValue = "5s", description = "how long to wait for an answer")
  private Duration patience = Duration.ofSeconds(5);

  @Override
  public Integer call() throws IOException {
    CommandSpec known = spec;
    if (known == null) {
      return RunExit.USAGE.code();
    }
    PrintWriter out = known.commandLine().getOut();
    Probe.Result result;
    try {
      result = Probe.commit(fault, eld, knownImei(), patience);
    } catch (IOException e) {
      known.commandLine().getErr().println("device-simulator: no connection to " + eld);
      return RunExit.UNREACHABLE.code();
    }
    out.printf(
        "{\"fault\":\"%s\",\"answer\":\"%s\",\"connection\":\"%s\",\"after_ms\":%d}%n",
        FaultName.of(fault),
        result.answerHex(),
        result.end().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        result.afterMs());
    out.flush();
    return RunExit.DELIVERED.code();
  }

  private String knownImei() {
    Path file = fleet;
    boolean needsLogin = fault == Fault.BAD_CRC || fault == Fault.TRUNCATED;
    if (!needsLogin) {
      return "";
    }
    if (file == null) {
      throw new UsageProblem("this fault comes after a login: name a fleet file with --fleet");
    }
    try {
      return FleetFile.read(file).elds().stream()
          .map(FleetEld::imei)
          .findFirst()
          .orElseThrow(() -> new UsageProblem(file + " names no ELD unit"));
    } catch (IOException e) {
      throw new UsageProblem(file + " cannot be read: " + e.getMessage());
    }
  }
}
