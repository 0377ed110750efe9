package com.northwind.dispatch.simulator.eld;

import com.northwind.dispatch.simulator.fleet.FleetEld;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.link.Backoff;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// All ELD units of a run.
public final class EldFleet {
  private final Map<String, EldUnit> units = new LinkedHashMap<>();
  private final EldCounts counts = new EldCounts();
  private final EldSettings settings;
  private final Seed seed;

  /// Builds the units; none connects yet.
  ///
  /// @param identities the units
  /// @param trucks the truck of each unit, by position
  /// @param startedMs when the run began, milliseconds since 1970: the trucks' time zero
  public EldFleet(
      List<FleetEld> identities,
      List<TruckPlan> trucks,
      long startedMs,
      EldSettings settings,
      Seed seed,
      Journal journal,
      RunClock clock,
      EventLoops loops) {
    this.settings = settings;
    this.seed = seed;
    for (int i = 0; i < identities.size(); i++) {
      FleetEld identity = identities.get(i);
      units.put(
          identity.deviceId(),
          new EldUnit(
              identity,
              new EldWire(trucks.get(i), startedMs),
              settings,
              counts,
              journal,
              Backoff.ofDevices(seed.random("eld-backoff", i)),
              clock,
              loops.next(),
              loops.socketType()));
    }
  }

  /// Powers all units, their first connections spread evenly over `ramp`, their records spread over
  /// the interval.
  public void powerOn(Duration ramp) {
    int number = 0;
    for (EldUnit unit : units.values()) {
      SplittableRandom random = seed.random("eld-phase", number++);
      unit.powerOn(
          random.nextLong(ramp.toMillis() + 1), random.nextLong(settings.interval().toMillis()));
    }
  }

  /// Makes no more records anywhere; what is on the flashes is still delivered.
  public void stopMaking() {
    units.values().forEach(EldUnit::stopMaking);
  }

  /// Switches all units off.
  public void powerOff() {
    units.values().forEach(EldUnit::powerOff);
  }

  /// Gives a unit back what an earlier process remembered for it.
  public void restore(JournalEntry.OfEld entry) {
    EldUnit unit = units.get(entry.device());
    if (unit != null) {
      unit.restore(entry);
    }
  }

  /// Records on the flashes: made, neither acknowledged nor dropped.
  public long recordsQueued() {
    return counts.recordsMade.sum() - counts.recordsAcked.sum() - counts.recordsDropped.sum();
  }

  /// What the units did so far.
  public EldCounts counts() {
    return counts;
  }

  /// Number of units.
  public int size() {
    return units.size();
  }

  /// What the gateway acknowledged, by device. To be read once the event loops have ended.
  public Map<String, SeqRanges> acked() {
    Map<String, SeqRanges> acked = new LinkedHashMap<>();
    units.forEach((device, unit) -> acked.put(device, unit.ackedRanges()));
    return acked;
  }
}
