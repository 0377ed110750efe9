package com.northwind.dispatch.simulator.run;

import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.dispatcher.DispatchOffice;
import com.northwind.dispatch.simulator.dispatcher.DispatchedDriver;
import com.northwind.dispatch.simulator.dispatcher.DispatcherSettings;
import com.northwind.dispatch.simulator.dispatcher.PlanningClient;
import com.northwind.dispatch.simulator.eld.EldFleet;
import com.northwind.dispatch.simulator.eld.EldSettings;
import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.fleet.FleetEld;
import com.northwind.dispatch.simulator.fleet.FleetFile;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.tablet.TabletConnector;
import com.northwind.dispatch.simulator.tablet.TabletFleet;
import com.northwind.dispatch.simulator.tablet.TabletSettings;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds the parts of a run in the order they need each other, and takes them down in reverse.
final class Simulation implements AutoCloseable {
  private final RunState state;
  private final RunJournal journal;
  private final PlanningClient planning;
  private final EventLoops loops;

  private Simulation(
      RunState state, RunJournal journal, PlanningClient planning, EventLoops loops) {
    this.state = state;
    this.journal = journal;
    this.planning = planning;
    this.loops = loops;
  }

  /// Builds a run, taking up what its journal remembers.
  ///
  /// @throws IOException with a sentence for the user when a file cannot be used
  static Simulation build(RunSettings settings, FleetFile fleet, RunClock clock)
      throws IOException {
    RunJournal journal = RunJournal.open(settings, clock);
    SelfWatch self = new SelfWatch(clock);
    EventLoops loops = new EventLoops(settings.threads(), self::fault);
    PlanningClient planning = new PlanningClient(settings.planning());
    try {
      Parts parts = new Parts(settings, fleet, clock, journal, loops, planning);
      RunState state =
          new RunState(
              journal.runId(),
              journal.startedUs(),
              journal.isRestart() ? 1 : 0,
              settings,
              parts.elds(),
              parts.tablets(),
              parts.office(),
              parts.ledger,
              self);
      Simulation built = new Simulation(state, journal, planning, loops);
      journal.earlier().forEach(built::restore);
      self.watch(loops);
      return built;
    } catch (IOException | RuntimeException e) {
      planning.close();
      loops.close();
      journal.close();
      throw e;
    }
  }

  private void restore(JournalEntry entry) {
    switch (entry) {
      case JournalEntry.OfRun _ -> {}
      case JournalEntry.OfEld ofEld -> state.elds().restore(ofEld);
      case JournalEntry.OfTablet ofTablet -> state.tablets().restore(ofTablet);
      case JournalEntry.OfDispatcher ofDispatcher -> state.office().restore(ofDispatcher);
    }
  }

  RunState state() {
    return state;
  }

  RunJournal journal() {
    return journal;
  }

  PlanningClient planning() {
    return planning;
  }

  @Override
  public void close() {
    state.office().stop();
    state.tablets().powerOff();
    state.elds().powerOff();
    planning.close();
    loops.close();
    journal.close();
  }

  /// The three kinds of actors and what they share.
  private static final class Parts {
    final AssignmentLedger ledger = new AssignmentLedger();
    private final RunSettings settings;
    private final FleetFile fleet;
    private final RunClock clock;
    private final RunJournal run;
    private final Journal journal;
    private final EventLoops loops;
    private final PlanningClient planning;
    private final Seed seed;
    private final Atlas atlas = Atlas.northAmerica();
    private final Map<String, TruckPlan> trucks = new HashMap<>();

    Parts(
        RunSettings settings,
        FleetFile fleet,
        RunClock clock,
        RunJournal run,
        EventLoops loops,
        PlanningClient planning) {
      this.settings = settings;
      this.fleet = fleet;
      this.clock = clock;
      this.run = run;
      this.journal = run.journal();
      this.loops = loops;
      this.planning = planning;
      this.seed = new Seed(settings.seed());
      for (FleetDriver driver : fleet.drivers()) {
        truckOf(driver.tractorId());
      }
    }

    private TruckPlan truckOf(String vehicleId) {
      return trucks.computeIfAbsent(
          vehicleId, _ -> TruckPlan.of(seed, trucks.size(), atlas.corridors()));
    }

    EldFleet elds() {
      List<FleetEld> units = fleet.elds().subList(0, settings.elds());
      return new EldFleet(
          units,
          units.stream().map(unit -> truckOf(unit.vehicleId())).toList(),
          run.startedUs() / 1000,
          EldSettings.of(settings.eldGateway(), settings.eldInterval()),
          seed,
          journal,
          clock,
          loops);
    }

    TabletFleet tablets() throws IOException {
      List<FleetDriver> drivers = fleet.drivers().subList(0, settings.tablets());
      return new TabletFleet(
          drivers,
          drivers.stream().map(driver -> truckOf(driver.tractorId())).toList(),
          run.startedUs() / 1000,
          TabletSettings.of(settings.stopTime()),
          drivers.isEmpty()
              ? TabletConnector.none(loops)
              : TabletConnector.trusting(
                  Path.of(fleet.caCertificate()), settings.tabletGateway(), loops),
          seed,
          journal,
          ledger,
          clock,
          loops);
    }

    DispatchOffice office() {
      int reachable = settings.tablets() > 0 ? settings.tablets() : fleet.drivers().size();
      List<DispatchedDriver> drivers = new ArrayList<>();
      for (FleetDriver driver : fleet.drivers().subList(0, reachable)) {
        drivers.add(new DispatchedDriver(driver, truckOf(driver.tractorId())));
      }
      return new DispatchOffice(
          settings.dispatchers(),
          drivers,
          atlas.cities(),
          run.runId(),
          run.startedUs() / 1000,
          DispatcherSettings.usual(),
          planning,
          seed,
          journal,
          ledger,
          clock,
          loops);
    }
  }
}
