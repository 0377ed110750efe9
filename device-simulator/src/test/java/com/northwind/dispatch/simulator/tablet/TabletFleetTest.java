package com.northwind.dispatch.simulator.tablet;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetStop;
import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.journal.FileJournal;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.ledger.AssignmentKey;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.testing.ScriptedTabletPort;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabletFleetTest {
  private static final FleetDriver DRIVER =
      new FleetDriver("D-0001", "T-0001", "TAB-0001", "a.signed.token");
  private static final TruckPlan TRUCK =
      TruckPlan.of(new Seed(1), 0, Atlas.northAmerica().corridors());

  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final EventLoops loops = new EventLoops(1, faults::add);
  private final RunClock clock = RunClock.system();
  private final AssignmentLedger ledger = new AssignmentLedger();
  private final ScriptedTabletPort port;
  private TabletFleet fleet;

  TabletFleetTest() throws Exception {
    port = new ScriptedTabletPort();
    fleet = fleet(Journal.none(), ledger, Duration.ofMillis(60));
  }

  private TabletFleet fleet(Journal journal, AssignmentLedger book, Duration stopTime)
      throws Exception {
    return new TabletFleet(
        List.of(DRIVER),
        List.of(TRUCK),
        clock.nowMs(),
        new TabletSettings(stopTime, Duration.ofSeconds(10), 500),
        TabletConnector.trusting(port.caCertificate(), port.address(), loops),
        new Seed(1),
        journal,
        book,
        clock,
        loops);
  }

  @BeforeEach
  void aTabletIsTold() {
    assertEquals(1, fleet.size());
  }

  @AfterEach
  void close() {
    fleet.powerOff();
    loops.close();
    port.close();
    assertEquals(List.of(), faults);
  }

  private static RouteSheet sheet(int revision, String... loadIds) {
    RouteSheet.Builder sheet = RouteSheet.newBuilder().setDriverId("D-0001").setRevision(revision);
    for (String loadId : loadIds) {
      sheet.addLoads(
          RouteSheetLoad.newBuilder()
              .setLoadId(loadId)
              .setAssignmentNo(1)
              .addStops(stop("S1", StopKind.STOP_KIND_PICKUP))
              .addStops(stop("S2", StopKind.STOP_KIND_DELIVERY)));
    }
    return sheet.build();
  }

  private static RouteSheetStop stop(String id, StopKind kind) {
    return RouteSheetStop.newBuilder()
        .setStop(Stop.newBuilder().setStopId(id).setKind(kind))
        .build();
  }

  private void connect() {
    fleet.powerOn(Duration.ZERO);
    await().until(() -> port.isConnected("D-0001"));
  }

  private List<String> actionNames() {
    return port.actions().stream()
        .map(action -> action.getActionCase() + " " + action.getStopId())
        .map(String::strip)
        .toList();
  }

  @Test
  void provesItselfAndSaysWhatItHas() {
    connect();

    assertEquals(List.of("Bearer a.signed.token"), port.tokens());
    Hello hello = port.hellos().getFirst();
    assertEquals("TAB-0001", hello.getTabletId());
    assertEquals("D-0001", hello.getDriverId());
    assertEquals(0, hello.getSheetRevision());
    assertEquals(0, hello.getLastEpoch());
  }

  @Test
  void storesASheetAndSendsBothReceipts() {
    connect();
    port.put(sheet(1, "L-1"));

    await().until(() -> port.receipts().size() >= 2);

    assertEquals(ReceiptStage.RECEIPT_STAGE_ON_DEVICE, port.receipts().get(0).getStage());
    assertEquals(ReceiptStage.RECEIPT_STAGE_SEEN, port.receipts().get(1).getStage());
    assertEquals(1, port.receipts().get(1).getRevision());
  }

  @Test
  void acceptsALoadAndDrivesItToTheEnd() {
    ledger.asked("D-0001");
    ledger.confirmed(new AssignmentKey("L-1", 1), "D-0001", clock.nowUs());
    connect();
    port.put(sheet(1, "L-1"));

    await().until(() -> port.actions().size() >= 8);

    assertEquals(
        List.of(
            "ACCEPT",
            "ARRIVE S1",
            "LOADED S1",
            "DEPART S1",
            "ARRIVE S2",
            "UNLOADED S2",
            "PROOF_OF_DELIVERY S2",
            "DEPART S2"),
        actionNames());
    assertEquals(1, port.actions().getFirst().getAccept().getRevision());
    port.put(sheet(2));
    await().until(() -> ledger.totals().completed() == 1);
    await().until(() -> fleet.unconfirmed() == 0);
  }

  @Test
  void drivesOneLoadAfterTheOther() {
    connect();
    port.put(sheet(1, "L-1", "L-2"));

    await().until(() -> port.actions().size() >= 16);

    List<String> driven =
        port.actions().stream()
            .filter(action -> !action.hasAccept())
            .map(DriverAction::getLoadId)
            .toList();
    assertEquals(14, driven.size());
    assertEquals(driven.stream().sorted().toList(), driven);
  }

  @Test
  void stopsDrivingALoadThatIsTakenAway() throws Exception {
    fleet = fleet(Journal.none(), ledger, Duration.ofMillis(1500));
    connect();
    port.put(sheet(1, "L-1"));
    await().until(() -> actionNames().contains("LOADED S1"));

    port.put(sheet(2));
    port.put(sheet(3, "L-2"));

    await()
        .until(
            () ->
                port.actions().stream()
                    .anyMatch(a -> a.getLoadId().equals("L-2") && a.hasDepart()));
    assertTrue(actionNames().stream().filter("DEPART S2"::equals).count() <= 1);
    assertTrue(
        port.actions().stream()
            .noneMatch(a -> a.getLoadId().equals("L-1") && a.hasProofOfDelivery()));
  }

  @Test
  void anOlderSheetChangesNothing() {
    connect();
    port.put(sheet(5, "L-1"));
    await().until(() -> fleet.counts().sheetsStored.sum() == 1);

    port.put(sheet(4));

    await().until(() -> fleet.counts().sheetsOutdated.sum() == 1);
    assertEquals(1, fleet.counts().sheetsStored.sum());
  }

  @Test
  void saysOnReconnectWhatItHasAndRepeatsWhatWasNeverConfirmed() {
    connect();
    port.acknowledge(false);
    port.put(sheet(1, "L-1"));
    await().until(() -> actionNames().contains("ACCEPT"));
    port.acknowledge(true);

    port.close("D-0001", Status.UNAVAILABLE, "DRAIN", 50);

    await().until(() -> port.hellos().size() == 2);
    Hello second = port.hellos().get(1);
    assertEquals(1, second.getSheetRevision());
    assertEquals(1, second.getLastEpoch());
    await().until(() -> fleet.unconfirmed() == 0);
    List<String> accepts =
        port.actions().stream()
            .filter(DriverAction::hasAccept)
            .map(DriverAction::getActionId)
            .toList();
    assertEquals(2, accepts.size());
    assertEquals(1, new HashSet<>(accepts).size(), "the same action keeps its id");
    assertEquals(1, fleet.counts().errors.count("DRAIN"));
  }

  @Test
  void waitsAsLongAsTheGatewayAsks() {
    connect();
    long closedUs = clock.nowUs();
    port.close("D-0001", Status.RESOURCE_EXHAUSTED, "OVERLOAD", 700);

    await().until(() -> port.hellos().size() == 2);

    assertTrue(clock.nowUs() - closedUs >= 700_000);
  }

  @Test
  void onMoveTheNewStreamComesBeforeTheOldOneGoes() {
    connect();
    port.move("D-0001", 20);

    await().until(() -> port.hellos().size() == 2);
    port.put(sheet(1, "L-1"));

    await().until(() -> fleet.counts().sheetsStored.sum() == 1);
    await().until(() -> fleet.counts().connected.get() == 1);
    assertEquals(2, fleet.counts().welcomes.sum());
    assertEquals(1, fleet.counts().errors.count("moved"));
  }

  @Test
  void saysSomethingOnAQuietStream() {
    port.heartbeatEvery(1);
    connect();

    await().until(() -> port.heartbeats() >= 2);

    assertEquals(1, fleet.counts().connected.get());
  }

  @Test
  void aRefusedActionLeavesTheOutbox() {
    connect();
    port.acknowledge(false);
    port.put(sheet(1, "L-1"));
    await().until(() -> actionNames().contains("ACCEPT"));

    port.refuse("D-0001", port.actions().getFirst().getActionId(), "not yours");

    await().until(() -> fleet.counts().actionsRefused.sum() == 1);
    assertEquals(0, ledger.totals().accepted());
  }

  @Test
  void afterAKillItGoesOnWhereItWas(@TempDir Path directory) throws Exception {
    FileJournal.Opened before = FileJournal.open(directory);
    fleet = fleet(before.journal(), ledger, Duration.ofMillis(60));
    port.acknowledge(false);
    connect();
    port.put(sheet(3, "L-1"));
    await().until(() -> actionNames().contains("ARRIVE S1"));
    // The kill: the process is gone, its streams are cut, nothing was closed in order.
    fleet.endShift();
    fleet.powerOff();
    await().until(() -> !port.isConnected("D-0001"));
    int made = port.actions().size();

    port.acknowledge(true);
    FileJournal.Opened after = FileJournal.open(directory);
    AssignmentLedger restored = new AssignmentLedger();
    fleet = fleet(after.journal(), restored, Duration.ofMillis(60));
    for (JournalEntry entry : after.earlier()) {
      fleet.restore((JournalEntry.OfTablet) entry);
    }
    fleet.powerOn(Duration.ZERO);

    await().until(() -> port.hellos().size() == 2);
    assertEquals(3, port.hellos().get(1).getSheetRevision());
    await().until(() -> actionNames().contains("DEPART S2"));
    await().until(() -> fleet.unconfirmed() == 0);
    assertEquals(
        8,
        port.actions().stream().map(DriverAction::getActionId).distinct().count(),
        "each step was done once");
    assertTrue(port.actions().size() >= 8 + made, "what was unconfirmed was repeated");
  }
}
