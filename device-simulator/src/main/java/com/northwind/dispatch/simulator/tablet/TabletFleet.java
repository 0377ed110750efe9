package com.northwind.dispatch.simulator.tablet;

import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.link.Backoff;
import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// All tablets of a run.
public final class TabletFleet {
  private final Map<String, Tablet> tablets = new LinkedHashMap<>();
  private final TabletCounts counts = new TabletCounts();
  private final Seed seed;

  /// Builds the tablets; none connects yet.
  ///
  /// @param drivers whose tablets they are
  /// @param trucks the truck of each driver, by position
  /// @param startedMs when the run began, milliseconds since 1970: the trucks' time zero
  public TabletFleet(
      List<FleetDriver> drivers,
      List<TruckPlan> trucks,
      long startedMs,
      TabletSettings settings,
      TabletConnector connector,
      Seed seed,
      Journal journal,
      AssignmentLedger ledger,
      RunClock clock,
      EventLoops loops) {
    this.seed = seed;
    for (int i = 0; i < drivers.size(); i++) {
      FleetDriver driver = drivers.get(i);
      TruckPlan truck = trucks.get(i);
      DeviceLoop loop = loops.next();
      // Mixed with the start, as action ids drawn from it must differ between runs and restarts.
      SplittableRandom random = seed.random("tablet-" + clock.nowUs(), i);
      TabletStorage storage =
          new TabletStorage(driver.tabletId(), driver.driverId(), journal, ledger, counts);
      tablets.put(
          driver.tabletId(),
          new Tablet(
              driver,
              storage,
              settings,
              counts,
              connector,
              Backoff.ofDevices(seed.random("tablet-backoff", i)),
              clock,
              loop,
              random,
              onAction ->
                  new DriverRoutine(
                      driver,
                      storage,
                      settings,
                      truck,
                      startedMs,
                      clock,
                      loop,
                      random.split(),
                      onAction)));
    }
  }

  /// Switches all tablets on, spread evenly over `ramp`.
  public void powerOn(Duration ramp) {
    int number = 0;
    for (Tablet tablet : tablets.values()) {
      tablet.powerOn(seed.random("tablet-ramp", number++).nextLong(ramp.toMillis() + 1));
    }
  }

  /// No driver drives on; sheets are still received and loads accepted.
  public void endShift() {
    tablets.values().forEach(Tablet::endShift);
  }

  /// Switches all tablets off.
  public void powerOff() {
    tablets.values().forEach(Tablet::powerOff);
  }

  /// Gives a tablet back what an earlier process remembered for it.
  public void restore(JournalEntry.OfTablet entry) {
    Tablet tablet = tablets.get(entry.tablet());
    if (tablet != null) {
      tablet.restore(entry);
    }
  }

  /// Receipts and actions no gateway has confirmed yet.
  public long unconfirmed() {
    return counts.actionsMade.sum()
        - counts.actionsAcked.sum()
        + counts.receiptsMade.sum()
        - counts.receiptsAcked.sum()
        - counts.errors.count("receipt-dropped");
  }

  /// Version of the sheet on each tablet, by driver; 0 for none.
  public Map<String, Integer> storedRevisions() {
    Map<String, Integer> revisions = new LinkedHashMap<>();
    tablets.values().forEach(tablet -> revisions.put(tablet.driverId(), tablet.storedRevision()));
    return revisions;
  }

  /// What the tablets did so far.
  public TabletCounts counts() {
    return counts;
  }

  /// Number of tablets.
  public int size() {
    return tablets.size();
  }
}
