package com.northwind.dispatch.simulator.tablet;

import static org.awaitility.Awaitility.await;

import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetStop;
import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.testing.ScriptedTabletPort;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One tablet before a scripted gateway, and everything it needs to live.
final class TabletBench implements AutoCloseable {
  private static final FleetDriver DRIVER =
      new FleetDriver("D-0001", "T-0001", "TAB-0001", "a.signed.token");
  private static final TruckPlan TRUCK =
      TruckPlan.of(new Seed(1), 0, Atlas.northAmerica().corridors());

  final RunClock clock = RunClock.system();
  final AssignmentLedger ledger = new AssignmentLedger();
  final ScriptedTabletPort port = new ScriptedTabletPort();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final EventLoops loops = new EventLoops(1, faults::add);

  TabletBench() throws Exception {
    // Only its fields can fail.
  }

  /// A tablet that is off.
  TabletFleet tablet(Journal journal, AssignmentLedger book, Duration stopTime) throws Exception {
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

  /// A tablet whose driver spends so long on a stop; connected.
  TabletFleet connect(Duration stopTime) throws Exception {
    TabletFleet fleet = tablet(Journal.none(), ledger, stopTime);
    connect(fleet);
    return fleet;
  }

  void connect(TabletFleet fleet) {
    fleet.powerOn(Duration.ZERO);
    await().until(() -> port.isConnected("D-0001"));
  }

  /// A sheet of loads with a pick-up and a delivery each.
  static RouteSheet sheet(int revision, String... loadIds) {
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

  /// What came up, such as `ARRIVE S1`.
  List<String> actionNames() {
    return port.actions().stream()
        .map(action -> action.getActionCase() + " " + action.getStopId())
        .map(String::strip)
        .toList();
  }

  @Override
  public void close() {
    loops.close();
    port.close();
    if (!faults.isEmpty()) {
      throw new AssertionError("the tablet failed: " + faults);
    }
  }
}
