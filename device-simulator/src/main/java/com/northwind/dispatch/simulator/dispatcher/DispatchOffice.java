package com.northwind.dispatch.simulator.dispatcher;

import com.northwind.dispatch.simulator.corridor.Place;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.link.Backoff;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.seed.Seed;
import java.util.ArrayList;
import java.util.List;

/// All dispatchers of a run. Each looks after its own share of the drivers and its own loads.
public final class DispatchOffice {
  private final List<Dispatcher> dispatchers = new ArrayList<>();
  private final DispatcherCounts counts = new DispatcherCounts();

  /// Builds the dispatchers; none acts yet.
  ///
  /// @param size how many dispatchers
  /// @param drivers who gets loads; not empty unless `size` is 0
  /// @param runId part of every id made here
  /// @param startedMs when the run began, milliseconds since 1970: the trucks' time zero
  public DispatchOffice(
      int size,
      List<DispatchedDriver> drivers,
      List<Place> cities,
      String runId,
      long startedMs,
      DispatcherSettings settings,
      PlanningClient planning,
      Seed seed,
      Journal journal,
      AssignmentLedger ledger,
      RunClock clock,
      EventLoops loops) {
    for (int i = 0; i < size; i++) {
      LoadPool pool = new LoadPool();
      CommandWriter writer =
          new CommandWriter(
              runId, i, startedMs, share(drivers, i, size), cities, settings, ledger, pool, clock);
      dispatchers.add(
          new Dispatcher(
              i,
              new DispatcherPlan(seed, i),
              writer,
              pool,
              planning,
              ledger,
              counts,
              journal,
              Backoff.ofRequests(seed.random("dispatcher-backoff", i)),
              clock,
              loops.next()));
    }
  }

  private static List<DispatchedDriver> share(
      List<DispatchedDriver> drivers, int dispatcher, int dispatchers) {
    List<DispatchedDriver> own = new ArrayList<>();
    for (int i = dispatcher % drivers.size(); i < drivers.size(); i += dispatchers) {
      own.add(drivers.get(i));
    }
    return own;
  }

  /// A hash of what `dispatchers` set out to do in the first `steps` seconds.
  public static long planHash(Seed seed, int dispatchers, int steps) {
    long hash = 1;
    for (int i = 0; i < dispatchers; i++) {
      DispatcherPlan plan = new DispatcherPlan(seed, i);
      for (int number = 0; number < steps; number++) {
        DispatcherPlan.Step step = plan.step(number);
        hash = Seed.mix(hash ^ (step.act().name().hashCode() * 1000L + step.offsetMs()));
        hash = Seed.mix(hash ^ step.random().nextLong());
      }
    }
    return hash;
  }

  /// Starts everyone's work; see `Dispatcher.begin`.
  public void begin(long beganUs, long quietFromUs, long endUs) {
    dispatchers.forEach(dispatcher -> dispatcher.begin(beganUs, quietFromUs, endUs));
  }

  /// Begins nothing new; what is unanswered is still repeated.
  public void finish() {
    dispatchers.forEach(Dispatcher::finish);
  }

  /// Stops everyone at once.
  public void stop() {
    dispatchers.forEach(Dispatcher::stop);
  }

  /// Gives a dispatcher back what an earlier process remembered for it.
  public void restore(JournalEntry.OfDispatcher entry) {
    if (entry.dispatcher() < dispatchers.size()) {
      dispatchers.get(entry.dispatcher()).restore(entry);
    }
  }

  /// What the dispatchers did so far.
  public DispatcherCounts counts() {
    return counts;
  }

  /// Number of dispatchers.
  public int size() {
    return dispatchers.size();
  }
}
