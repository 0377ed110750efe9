package com.northwind.dispatch.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.identity.DevelopmentIdentity;
import com.northwind.dispatch.localstack.identity.Fleet;
import com.northwind.dispatch.localstack.identity.FleetFile;
import com.northwind.dispatch.localstack.postgres.PostgresAddress;
import com.northwind.dispatch.localstack.postgres.PostgresDirectory;
import com.northwind.dispatch.localstack.process.WorkDirectory;
import com.northwind.dispatch.localstack.supervisor.Endpoint;
import com.northwind.dispatch.localstack.supervisor.LogFiles;
import com.northwind.dispatch.localstack.supervisor.StackHome;
import com.northwind.dispatch.localstack.supervisor.StackPorts;
import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// One demo, from boot to verdict.
public final class Demo {
  private static final Duration WHOLE_LIMIT = Duration.ofMinutes(2);
  private static final int LOG_LINES = 10;

  private final StackHome home;
  private final DemoSettings settings;
  private final Clock clock;
  private final PrintWriter out;
  private final StopRequest stop;

  /// @param stop asked now and then whether people want it to end
  public Demo(
      StackHome home, DemoSettings settings, Clock clock, PrintWriter out, StopRequest stop) {
    this.home = home;
    this.settings = settings;
    this.clock = clock;
    this.out = out;
    this.stop = stop;
  }

  /// Runs it to its end.
  ///
  /// @return whether everything arrived
  public boolean run() throws IOException, InterruptedException, SQLException {
    say("Booting the system; each process logs to " + home.root().relativize(home.log("NAME")));
    try (StackSession session = StackSession.open(home, settings.keep())) {
      double readySeconds = readySeconds(session.state());
      say("Ready after %.1f s.".formatted(readySeconds));
      Fleet fleet = Fleet.of(settings.elds(), settings.tablets());
      introduce(session.state().stackPorts(), fleet);
      Outcome outcome = simulate(session, fleet, readySeconds);
      DemoReport report = new DemoReport(outcome);
      report.text().forEach(this::say);
      if (settings.json().isPresent()) {
        Files.writeString(settings.json().get(), report.json());
      }
      if (settings.keep()) {
        say("The system stays up: ./northwind status shows it, ./northwind down stops it.");
      }
      return outcome.problems().isEmpty();
    }
  }

  private void introduce(StackPorts ports, Fleet fleet) throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      Seeding seeding =
          new Seeding(
              client(http, ports, Endpoint.HTTP_LOAD_PLANNING),
              client(http, ports, Endpoint.HTTP_EXECUTION));
      seeding.introduce(fleet);
      int calledOff = seeding.callOffEarlierLoads();
      DirectoryWait.until(ports.address(Endpoint.KAFKA), fleet);
      say(
          "%d drivers, %d tractors and %d devices are known%s."
              .formatted(
                  fleet.drivers().size(),
                  fleet.tractorIds().size(),
                  fleet.elds().size() + fleet.drivers().size(),
                  calledOff == 0 ? "" : "; %d earlier loads called off".formatted(calledOff)));
    }
  }

  private Outcome simulate(StackSession session, Fleet fleet, double readySeconds)
      throws IOException, InterruptedException, SQLException {
    StackPorts ports = session.state().stackPorts();
    Path work = emptyWorkDirectory();
    Path fleetFile = work.resolve("fleet.json");
    FleetFile.write(
        fleetFile,
        fleet,
        DevelopmentIdentity.in(home.identity(), clock.instant()),
        clock.instant());
    PostgresAddress database =
        PostgresDirectory.addressOf(
            home.postgres("load-planning"), ports.of(Endpoint.POSTGRES_LOAD_PLANNING));
    Map<TopicPartition, Long> offsets = telemetryEnds(ports);
    DeliveryCheck delivery =
        DeliveryCheck.begin(
            database,
            fleet.drivers().stream().map(Fleet.Driver::driverId).toList(),
            clock.instant());
    LogFiles.startAnew(home.log("device-simulator"));
    SimulatorRun simulator = new SimulatorRun(home, ports, settings, fleetFile, work);
    MemoryWatch memory = new MemoryWatch();
    simulator.start();
    new Watching(home.root(), session, simulator, memory, settings, out, stop).untilOver();
    session.awaitWhole(WHOLE_LIMIT);
    say("Comparing topic, database and tablets ...");
    JsonNode report = parse(simulator.report());
    return new Outcome(
        readySeconds,
        report,
        report.isMissingNode() ? noReport(simulator) : "",
        telemetry(ports, offsets, AckedRecords.ofReport(report)),
        delivery.findings(),
        memory.most(),
        restarts(session, simulator));
  }

  /// Where the simulator keeps what its devices would; a new demo begins with new devices.
  private Path emptyWorkDirectory() throws IOException {
    Path work = home.run().resolve("demo");
    WorkDirectory.deleteQuietly(work);
    return Files.createDirectories(work);
  }

  private static RestClient client(HttpClient http, StackPorts ports, Endpoint endpoint) {
    return new RestClient(http, URI.create("http://" + ports.address(endpoint)));
  }

  private static Map<TopicPartition, Long> telemetryEnds(StackPorts ports) {
    try (TopicReader reader =
        new TopicReader(ports.address(Endpoint.KAFKA), Topics.ELD_TELEMETRY.name())) {
      return reader.endOffsets();
    }
  }

  private static TelemetryCheck.Findings telemetry(
      StackPorts ports, Map<TopicPartition, Long> offsets, AckedRecords acked) {
    TelemetryCheck check = new TelemetryCheck();
    try (TopicReader reader =
        new TopicReader(ports.address(Endpoint.KAFKA), Topics.ELD_TELEMETRY.name())) {
      reader.seek(new ReadFrom.Beginning());
      reader.seek(offsets);
      reader.readToEnd(check::take);
    }
    return check.compare(acked);
  }

  private static JsonNode parse(Optional<String> report) {
    try {
      return report.isEmpty()
          ? MissingNode.getInstance()
          : new ObjectMapper().readTree(report.get());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String noReport(SimulatorRun simulator) {
    return "the simulator ended without a report; the end of its log %s:\n%s"
        .formatted(simulator.log(), String.join("\n", LogFiles.tail(simulator.log(), LOG_LINES)));
  }

  private static Map<String, Integer> restarts(StackSession session, SimulatorRun simulator) {
    Map<String, Integer> restarts = new TreeMap<>(session.restarts());
    if (simulator.restarts() > 0) {
      restarts.put("device-simulator", simulator.restarts());
    }
    return restarts;
  }

  private static double readySeconds(StackState state) {
    Double seconds = state.readySeconds();
    return seconds == null ? 0 : seconds;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
