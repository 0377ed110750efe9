package com.northwind.dispatch.simulator.dispatcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry.CommandSent;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.testing.ScriptedPlanning;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchOfficeTest {
  private static final long HOUR_US = 3_600_000_000L;

  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final EventLoops loops = new EventLoops(1, faults::add);
  private final RunClock clock = RunClock.system();
  private final AssignmentLedger ledger = new AssignmentLedger();
  private ScriptedPlanning planning = open();
  private PlanningClient client = new PlanningClient(planning.address());
  private DispatchOffice office = office(4, 8);

  private static ScriptedPlanning open() {
    try {
      return new ScriptedPlanning();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private DispatchOffice office(int dispatchers, int drivers) {
    Atlas atlas = Atlas.northAmerica();
    List<DispatchedDriver> people = new ArrayList<>();
    for (int i = 1; i <= drivers; i++) {
      String number = String.format("%04d", i);
      people.add(
          new DispatchedDriver(
              new FleetDriver("D-" + number, "T-" + number, "TAB-" + number, "token"),
              TruckPlan.of(new Seed(1), i, atlas.corridors())));
    }
    return new DispatchOffice(
        dispatchers,
        people,
        atlas.cities(),
        "test",
        clock.nowMs(),
        DispatcherSettings.usual(),
        client,
        new Seed(1),
        Journal.none(),
        ledger,
        clock,
        loops);
  }

  /// Work that began so long ago that several steps are due at once would be skipped; this starts
  /// now and goes on for an hour.
  private void begin() {
    long nowUs = clock.nowUs();
    office.begin(nowUs, nowUs + HOUR_US, nowUs + HOUR_US);
  }

  @BeforeEach
  void faultsAreNone() {
    assertEquals(List.of(), faults);
  }

  @AfterEach
  void close() {
    office.stop();
    client.close();
    loops.close();
    planning.close();
    assertEquals(List.of(), faults);
  }

  @Test
  void eachActsOnceASecondAndSaysWhoItIs() {
    begin();

    await().until(() -> office.counts().latency.summary().count() >= 12);

    List<String> actors = planning.calls().stream().map(ScriptedPlanning.Call::actor).toList();
    for (int i = 1; i <= 4; i++) {
      String actor = "dispatcher-" + i;
      long acts = actors.stream().filter(actor::equals).count();
      assertTrue(acts >= 2 && acts <= 5, () -> actor + " acted " + acts + " times");
    }
    assertEquals(0, office.counts().failed.sum());
  }

  @Test
  void givesLoadsToItsOwnDriversOnly() {
    begin();

    await().until(() -> ledger.totals().assigned() >= 4);

    for (ScriptedPlanning.Call call : planning.calls()) {
      if (call.path().endsWith("/assign")) {
        int driver = Integer.parseInt(call.body().path("driverId").asText().substring(2));
        int dispatcher = Integer.parseInt(call.actor().substring("dispatcher-".length()));
        assertEquals((driver - 1) % 4, dispatcher - 1);
        assertEquals("T-", call.body().path("tractorId").asText().substring(0, 2));
      }
    }
  }

  @Test
  void repeatsACommandWithTheSameIdUntilItIsAnswered() {
    // The first is overloaded, the second never answers, the third works but its answer is lost.
    planning.failNext(503, 0, -500);
    CommandSent command = create("c-42", "L-42");
    office.restore(command);
    office.begin(clock.nowUs(), 0, 0);

    await().until(() -> office.counts().done.sum() == 1);

    List<ScriptedPlanning.Call> calls = planning.calls();
    assertEquals(4, calls.size());
    calls.forEach(call -> assertEquals("c-42", call.body().path("commandId").asText()));
    assertEquals(1, planning.loads().size());
    assertEquals(3, office.counts().retries.sum());
    assertEquals(1, office.counts().errors.count("http-503"));
    assertEquals(0, office.counts().pending.get());
  }

  @Test
  void theTimeOfRetriesCountsAsTheActions() {
    planning.failNext(503, 503, 503);
    CommandSent command = create("c-43", "L-43");
    office.restore(command);
    office.begin(clock.nowUs(), 0, 0);

    await().until(() -> office.counts().done.sum() == 1);

    double sinceDueMs = (clock.nowUs() - command.intendedUs()) / 1000.0;
    double measuredMs = office.counts().latency.summary().max();
    assertTrue(measuredMs <= sinceDueMs * 1.01 && measuredMs >= 1000, measuredMs + " ms");
  }

  @Test
  void aRefusalIsAnAnswer() {
    planning.failNext(409);
    office.restore(create("c-44", "L-44"));
    office.begin(clock.nowUs(), 0, 0);

    await().until(() -> office.counts().refused.sum() == 1);

    assertEquals(1, planning.calls().size());
    assertEquals(0, office.counts().failed.sum());
  }

  @Test
  void anErrorThatShouldNotBeIsCountedAsFailed() {
    planning.failNext(422);
    office.restore(create("c-45", "L-45"));
    office.begin(clock.nowUs(), 0, 0);

    await().until(() -> office.counts().failed.sum() == 1);

    assertEquals(1, office.counts().errors.count("create-http-422"));
  }

  @Test
  void inTheQuietTimeNothingIsAssignedOrTakenBack() {
    long nowUs = clock.nowUs();
    office.begin(nowUs, nowUs, nowUs + HOUR_US);

    await().until(() -> office.counts().latency.summary().count() >= 12);

    for (ScriptedPlanning.Call call : planning.calls()) {
      assertFalse(call.path().endsWith("assign"), call::toString);
      assertFalse(call.path().endsWith("/cancel"), call::toString);
    }
  }

  @Test
  void doesNotMakeUpForTheSecondsARestartTook() {
    office.begin(clock.nowUs() - 60_000_000, clock.nowUs() + HOUR_US, clock.nowUs() + HOUR_US);

    await().until(() -> office.counts().latency.summary().count() >= 4);

    assertTrue(office.counts().latency.summary().max() < 5_000, "nothing was 60 s late");
  }

  private CommandSent create(String commandId, String loadId) {
    String body =
        "{\"commandId\":\"" + commandId + "\",\"loadId\":\"" + loadId + "\",\"stops\":[]}";
    long dueUs = clock.nowUs() - 1_000_000;
    return new CommandSent(
        0, 0, "CREATE", commandId, loadId, "D-0001", "v1/loads", body, dueUs, dueUs);
  }
}
