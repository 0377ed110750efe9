package com.northwind.dispatch.simulator.run;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.northwind.dispatch.simulator.eld.SeqRanges;
import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.fleet.FleetEld;
import com.northwind.dispatch.simulator.fleet.FleetFile;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.report.ReportJson;
import com.northwind.dispatch.simulator.report.ReportText;
import com.northwind.dispatch.simulator.testing.ScriptedPlanning;
import com.northwind.dispatch.simulator.testing.ScriptedPlatform;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private static final int UNITS = 6;

  private final ScriptedPlatform platform;
  private final RunClock clock = RunClock.system();
  private final List<Phase> phases = new CopyOnWriteArrayList<>();

  @TempDir private Path directory = Path.of("");

  RunTest() throws Exception {
    platform = new ScriptedPlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private FleetFile fleet() {
    List<FleetDriver> drivers = new ArrayList<>();
    List<FleetEld> elds = new ArrayList<>();
    for (int i = 1; i <= UNITS; i++) {
      drivers.add(new FleetDriver("D-000" + i, "T-000" + i, "TAB-000" + i, "token"));
      elds.add(new FleetEld("ELD-000" + i, "35000000000001" + i, "T-000" + i));
    }
    return new FleetFile(platform.tabletPort.caCertificate().toString(), drivers, elds);
  }

  private RunSettings settings(Duration duration, Optional<Path> journal) {
    return settings(
        duration, journal, platform.eldPort.address(), platform.planning.address(), UNITS);
  }

  private RunSettings settings(
      Duration duration, Optional<Path> journal, InetSocketAddress eld, URI planning, int tablets) {
    return new RunSettings(
        eld,
        platform.tabletPort.address(),
        planning,
        UNITS,
        tablets,
        3,
        Duration.ofMillis(200),
        Duration.ofMillis(300),
        duration,
        Duration.ofSeconds(3),
        Duration.ofSeconds(4),
        Duration.ofMillis(50),
        11,
        1,
        journal);
  }

  private Run run(RunSettings settings) {
    return new Run(settings, clock, (phase, _, _) -> phases.add(phase));
  }

  private static CompletableFuture<RunResult> background(Run run, FleetFile fleet) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return run.execute(fleet);
          } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
          }
        },
        Thread::startVirtualThread);
  }

  @Test
  void aHealthyPlatformLosesNothing() throws Exception {
    RunResult result = run(settings(Duration.ofSeconds(8), Optional.empty())).execute(fleet());

    assertEquals(List.of(), result.problems());
    assertEquals(RunExit.DELIVERED, result.exit());
    AssignmentLedger.Totals totals = result.state().ledger().totals();
    assertTrue(totals.assigned() >= 5 && totals.completed() >= 1, totals::toString);
    assertEquals(0, totals.undelivered());
    assertEquals(UNITS, result.eldsConnected());
    assertEquals(UNITS, result.tabletsConnected());
    assertEquals(
        List.of(Phase.CONNECTING, Phase.RUNNING, Phase.SETTLING, Phase.ENDED),
        phases.stream().distinct().toList());
  }

  @Test
  void whatTheUnitsCallAcknowledgedIsWhatThePortRead() throws Exception {
    RunResult result = run(settings(Duration.ofSeconds(2), Optional.empty())).execute(fleet());

    long acked = 0;
    for (SeqRanges ranges : result.state().elds().acked().values()) {
      for (List<Long> range : ranges.toList()) {
        acked += range.get(1) - range.get(0) + 1;
      }
    }
    assertEquals(platform.eldPort.arrived().size(), acked);
    assertEquals(result.state().elds().counts().recordsMade.sum(), acked);
  }

  @Test
  void aPushThatNeverComesIsLost() throws Exception {
    platform.tabletPort.push(false);

    RunResult result = run(settings(Duration.ofSeconds(4), Optional.empty())).execute(fleet());

    assertEquals(RunExit.UNDELIVERED, result.exit());
    assertFalse(result.state().ledger().undelivered().isEmpty());
    assertTrue(
        result.problems().stream().anyMatch(p -> p.contains("never reached their tablet")),
        result.problems()::toString);
  }

  @Test
  void aLoadThePlanningTookBackItselfIsNotLost() throws Exception {
    platform.planning.onAssigned(
        (_, load) -> load.put("status", "AVAILABLE").put("note", "no order of stops fits"));

    RunResult result = run(settings(Duration.ofSeconds(4), Optional.empty())).execute(fleet());

    assertEquals(List.of(), result.problems());
    assertTrue(result.takenBack().values().stream().allMatch(n -> n.contains("no order")));
    assertFalse(result.takenBack().isEmpty());
  }

  @Test
  void aTabletWithAnOlderSheetThanThePlanningIsNamed() throws Exception {
    platform.planning.revisions(driverId -> driverId.equals("D-0002") ? 1000 : 0);

    RunResult result = run(settings(Duration.ofSeconds(2), Optional.empty())).execute(fleet());

    assertEquals(RunExit.UNDELIVERED, result.exit());
    assertEquals(1, result.sheets().behind().size());
    assertTrue(result.sheets().behind().getFirst().startsWith("D-0002"));
  }

  @Test
  void anEldPortThatIsNotThereIsNamed() throws Exception {
    InetSocketAddress nowhere = new InetSocketAddress(platform.eldPort.address().getAddress(), 1);
    RunResult result =
        run(settings(
                Duration.ofSeconds(2),
                Optional.empty(),
                nowhere,
                platform.planning.address(),
                UNITS))
            .execute(fleet());

    assertEquals(RunExit.UNREACHABLE, result.exit());
    assertTrue(result.problems().getFirst().contains("ELD"), result.problems()::toString);
  }

  @Test
  void aPlanningThatIsNotThereIsNamed() throws Exception {
    RunResult result =
        run(settings(
                Duration.ofSeconds(2),
                Optional.empty(),
                platform.eldPort.address(),
                URI.create("http://127.0.0.1:1"),
                UNITS))
            .execute(fleet());

    assertEquals(RunExit.UNREACHABLE, result.exit());
    assertTrue(result.problems().getFirst().contains("planning"), result.problems()::toString);
  }

  @Test
  void stoppedEarlyItStillSettlesAndReports() throws Exception {
    Run run = run(settings(Duration.ofHours(1), Optional.empty()));
    CompletableFuture<RunResult> running = background(run, fleet());
    await().until(() -> phases.contains(Phase.RUNNING));

    run.stop();

    RunResult result = running.get();
    assertTrue(result.isStoppedEarly());
    assertEquals(List.of(), result.problems());
  }

  @Test
  void aKilledSimulatorGoesOnWithTheSameRun() throws Exception {
    RunSettings settings = settings(Duration.ofSeconds(7), Optional.of(directory));
    Simulation killed = Simulation.build(settings, fleet(), clock);
    killed.state().elds().powerOn(Duration.ZERO);
    killed.state().tablets().powerOn(Duration.ZERO);
    long beganUs = clock.nowUs();
    killed.journal().journal().append(new JournalEntry.MeasuringBegan(beganUs));
    killed.state().office().begin(beganUs, beganUs + 6_000_000, beganUs + 7_000_000);
    await().until(() -> killed.state().ledger().totals().assigned() >= 1);
    String runId = killed.state().runId();
    killed.close();
    int arrivedBefore = platform.eldPort.arrived().size();

    RunResult result = run(settings).execute(fleet());

    assertEquals(List.of(), result.problems());
    assertEquals(runId, result.state().runId());
    assertEquals(1, result.state().restarts());
    assertTrue(result.state().ledger().totals().assigned() > 1);
    assertTrue(arrivedBefore > 0 && platform.eldPort.arrived().size() > arrivedBefore);
    Set<Long> sequences = new HashSet<>(platform.eldPort.sequences());
    long highest = sequences.stream().mapToLong(Long::longValue).max().orElse(0);
    assertEquals(highest, sequences.size(), "numbers go on without a gap");
    assertCommandsAreNeverRepeatedWithOtherContent();
  }

  private void assertCommandsAreNeverRepeatedWithOtherContent() {
    List<ScriptedPlanning.Call> posts =
        platform.planning.calls().stream().filter(call -> call.method().equals("POST")).toList();
    long ids =
        posts.stream().map(call -> call.body().path("commandId").asText()).distinct().count();
    assertEquals(posts.stream().map(ScriptedPlanning.Call::body).distinct().count(), ids);
  }

  @Test
  void anUnfinishedRunWithOtherArgumentsIsNotOverwritten() throws Exception {
    Simulation.build(settings(Duration.ofSeconds(7), Optional.of(directory)), fleet(), clock)
        .close();

    RunSettings other = settings(Duration.ofSeconds(8), Optional.of(directory));

    IOException refusal = assertThrows(IOException.class, () -> run(other).execute(fleet()));
    assertTrue(String.valueOf(refusal.getMessage()).contains("unfinished"), refusal::toString);
  }

  @Test
  void theReportHasTheKeysOthersRead() throws Exception {
    RunSettings settings = settings(Duration.ofSeconds(3), Optional.empty());
    RunResult result = run(settings).execute(fleet());

    JsonNode report = JsonMapper.builder().build().readTree(new ReportJson().report(result));

    assertEquals(UNITS, report.path("elds").path("connected").asInt());
    assertTrue(report.path("elds").path("records_sent").asLong() > 0);
    assertTrue(report.path("elds").path("records_acked").asLong() > 0);
    assertEquals(
        1,
        report.path("elds").path("acked").path("ELD-0001").path("ranges").path(0).path(0).asInt());
    for (String key : List.of("assigned", "received", "accepted", "lost")) {
      assertTrue(report.path("pushes").path(key).isNumber(), key);
    }
    for (String latency : List.of("dispatcher_action_ms", "assign_to_tablet_ms")) {
      for (String key : List.of("count", "p50", "p99", "max")) {
        assertTrue(report.path(latency).path(key).isNumber(), latency + "." + key);
      }
    }
    assertEquals(11, report.path("run").path("seed").asInt());
    assertTrue(ReportText.of(result).endsWith("everything arrived"));
  }
}
