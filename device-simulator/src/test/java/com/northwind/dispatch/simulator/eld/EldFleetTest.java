package com.northwind.dispatch.simulator.eld;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.fleet.FleetEld;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.testing.ScriptedEldPort;
import com.northwind.dispatch.simulator.testing.ScriptedEldPort.Mood;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import com.northwind.dispatch.simulator.truck.TruckState;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EldFleetTest {
  private static final FleetEld UNIT = new FleetEld("ELD-0001", "350000000000014", "T-0001");
  private static final TruckPlan TRUCK =
      TruckPlan.of(new Seed(1), 0, Atlas.northAmerica().corridors());

  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final EventLoops loops = new EventLoops(1, faults::add);
  private final ScriptedEldPort port = new ScriptedEldPort();
  private final RunClock clock = RunClock.system();
  private final long startedMs = clock.nowMs();
  private final EldFleet fleet = fleet(Duration.ofSeconds(5), 10_000);

  private EldFleet fleet(Duration patience, int flashRecords) {
    return new EldFleet(
        List.of(UNIT),
        List.of(TRUCK),
        startedMs,
        new EldSettings(port.address(), Duration.ofMillis(20), patience, 20, flashRecords),
        new Seed(1),
        Journal.none(),
        clock,
        loops);
  }

  @AfterEach
  void close() {
    fleet.powerOff();
    loops.close();
    port.close();
    assertEquals(List.of(), faults);
  }

  @Test
  void logsInAndSendsRecordsThatAreAcknowledged() {
    fleet.powerOn(Duration.ZERO);

    await().until(() -> fleet.counts().recordsAcked.sum() >= 5);

    assertEquals(1, fleet.counts().connected.get());
    assertTrue(port.sequences().size() >= 5);
    assertEquals(
        LongStream.rangeClosed(1, port.sequences().size()).boxed().toList(), port.sequences());
  }

  @Test
  void aRecordSaysWhatTheTruckDidWhenItWasMade() {
    fleet.powerOn(Duration.ZERO);
    await().until(() -> !port.arrived().isEmpty());

    Telemetry telemetry = port.arrived().getFirst();
    long madeMs = ScriptedEldPort.number(telemetry, "io10002");
    TruckState truck = TRUCK.at((madeMs - startedMs) / 1000.0);

    assertEquals(truck.location().latitudeDeg(), telemetry.getPosition().getLatitudeDeg(), 1e-6);
    assertEquals(truck.location().longitudeDeg(), telemetry.getPosition().getLongitudeDeg(), 1e-6);
    assertEquals(truck.speedKph(), telemetry.getPosition().getSpeedKph(), 0.51);
    assertEquals(truck.odometerKm(), telemetry.getOdometerKm(), 0.001);
    assertEquals(truck.isIgnitionOn(), telemetry.getIgnition());
    assertEquals(truck.engineSpeedRpm(), telemetry.getEngineSpeedRpm(), 0.51);
    assertEquals(
        madeMs,
        telemetry.getDeviceTime().getSeconds() * 1000
            + telemetry.getDeviceTime().getNanos() / 1_000_000);
  }

  @Test
  void goesOnMakingRecordsWhileTheGatewayIsSilent() {
    port.be(Mood.KEEPS_SILENT);
    fleet.powerOn(Duration.ZERO);

    await().until(() -> fleet.counts().recordsMade.sum() >= 15);

    assertEquals(0, fleet.counts().recordsAcked.sum());
    assertEquals(1, port.packetSizes().size(), "one packet on its way at a time");
  }

  @Test
  void sendsAgainOnANewConnectionWhatWasNeverAcknowledged() {
    port.be(Mood.HANGS_UP);
    fleet.powerOn(Duration.ZERO);
    await().until(() -> port.packetSizes().size() >= 2);

    port.be(Mood.TAKES);
    await().until(() -> fleet.counts().recordsAcked.sum() >= 10);

    assertTrue(port.logins() >= 3);
    assertTrue(fleet.counts().recordsResent.sum() >= 1);
    assertTrue(fleet.counts().errors.count("closed-by-gateway") >= 2);
    HashSet<Long> seen = new HashSet<>(port.sequences());
    long last = seen.stream().mapToLong(Long::longValue).max().orElse(0);
    assertEquals(last, seen.size(), "every number from 1 on arrived");
  }

  @Test
  void aRepeatedRecordHasTheSameBytes() {
    port.be(Mood.HANGS_UP);
    fleet.powerOn(Duration.ZERO);
    await().until(() -> port.packetSizes().size() >= 2);

    List<Telemetry> firsts =
        port.arrived().stream()
            .filter(telemetry -> ScriptedEldPort.number(telemetry, "io10001") == 1)
            .toList();

    assertTrue(firsts.size() >= 2);
    assertEquals(firsts.get(0), firsts.get(1));
  }

  @Test
  void comesBackAfterTheConnectionIsCut() {
    fleet.powerOn(Duration.ZERO);
    await().until(() -> fleet.counts().recordsAcked.sum() >= 1);

    port.cutAll();
    long before = fleet.counts().recordsAcked.sum();

    await().until(() -> port.logins() >= 2 && fleet.counts().recordsAcked.sum() > before);
    assertEquals(1, fleet.counts().connected.get());
  }

  @Test
  void triesAgainWhenItIsNotLetIn() {
    port.be(Mood.REFUSES_LOGINS);
    fleet.powerOn(Duration.ZERO);
    await().until(() -> fleet.counts().errors.count("login-refused") >= 1);

    port.be(Mood.TAKES);

    await().until(() -> fleet.counts().recordsAcked.sum() >= 1);
  }

  @Test
  void takesNoForAnAnswerAndKeepsItsRecords() {
    port.be(Mood.TAKES_NONE);
    fleet.powerOn(Duration.ZERO);
    await().until(() -> fleet.counts().errors.count("ack-of-other-count") >= 1);
    assertEquals(0, fleet.counts().recordsAcked.sum());

    port.be(Mood.TAKES);

    await().until(() -> fleet.counts().recordsAcked.sum() >= 1);
  }

  @Test
  void losesPatienceWithASilentGateway() {
    EldFleet impatient = fleet(Duration.ofMillis(200), 10_000);
    port.be(Mood.KEEPS_SILENT);
    impatient.powerOn(Duration.ZERO);

    await().until(() -> impatient.counts().errors.count("ack-timeout") >= 1);
    port.be(Mood.TAKES);

    await().until(() -> impatient.counts().recordsAcked.sum() >= 1);
    impatient.powerOff();
  }

  @Test
  void aBacklogGoesInPacketsOfBoundedSize() {
    for (int seq = 1; seq <= 45; seq++) {
      fleet.restore(new JournalEntry.RecordMade("ELD-0001", seq, startedMs + seq));
    }
    fleet.powerOn(Duration.ZERO);

    await().until(() -> fleet.counts().recordsAcked.sum() >= 45);

    assertEquals(List.of(20, 20), port.packetSizes().subList(0, 2));
    assertTrue(port.packetSizes().stream().allMatch(size -> size <= 20));
  }

  @Test
  void deliversWhatIsLeftAfterItStopsMakingRecords() {
    port.be(Mood.KEEPS_SILENT);
    fleet.powerOn(Duration.ZERO);
    await().until(() -> fleet.counts().recordsMade.sum() >= 5);

    fleet.stopMaking();
    port.be(Mood.TAKES);
    port.cutAll();

    await().until(() -> fleet.recordsQueued() == 0);
    assertEquals(fleet.counts().recordsMade.sum(), fleet.counts().recordsAcked.sum());
  }
}
