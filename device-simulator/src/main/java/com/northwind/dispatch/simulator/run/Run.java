package com.northwind.dispatch.simulator.run;

import com.northwind.dispatch.simulator.dispatcher.PlanningClient;
import com.northwind.dispatch.simulator.fleet.FleetFile;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.measure.RunClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One run from its first connection to its verdict: connect → drive for the duration → settle →
/// end.
///
/// [#execute] blocks the calling thread, which only keeps the time; the devices live on their event
/// loops. [#stop] ends the run early, from any thread.
public final class Run {
  private static final long TICK_MS = 100;
  private static final long SETTLE_AFTER_STOP_MS = 10_000;
  private static final long RECONCILE_EVERY_US = 2_000_000;

  private final RunSettings settings;
  private final RunClock clock;
  private final Progress progress;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private long nextProgressUs;
  private @Nullable Phase reported;

  /// Told once a second, and at the end, on the thread that executes the run.
  public interface Progress {
    /// The run is in `phase`; `sinceUs` microseconds have passed since it began.
    void at(Phase phase, long sinceUs, RunState state);
  }

  /// A run that has not begun.
  public Run(RunSettings settings, RunClock clock, Progress progress) {
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
  }

  /// Ends the run early: nothing new is begun, what is on its way gets ten seconds to arrive.
  public void stop() {
    stopped.countDown();
  }

  /// Runs to the end.
  ///
  /// @throws IOException with a sentence for the user when a file cannot be used
  public RunResult execute(FleetFile fleet) throws IOException, InterruptedException {
    try (Simulation simulation = Simulation.build(settings, fleet, clock)) {
      RunState state = simulation.state();
      state.elds().powerOn(settings.ramp());
      state.tablets().powerOn(settings.ramp());
      Reconciliation reconciliation = new Reconciliation(simulation.planning(), state.ledger());
      SheetComparison sheets = new SheetComparison(simulation.planning(), state.tablets());
      boolean isReachable = connect(simulation);
      if (isReachable) {
        drive(simulation);
        settle(state, reconciliation, sheets);
      }
      RunResult result =
          RunResult.of(
              state,
              isReachable,
              stopped.getCount() == 0,
              clock.nowUs(),
              isComparing(state)
                  ? new RunResult.SheetFindings(sheets.isComplete(), sheets.behind())
                  : RunResult.SheetFindings.NOT_WANTED,
              reconciliation.notes());
      simulation
          .journal()
          .journal()
          .append(new JournalEntry.RunClosed(clock.nowUs(), result.exit().code()));
      progress.at(Phase.ENDED, clock.nowUs() - state.startedUs(), state);
      return result;
    }
  }

  /// Waits until everybody is connected, or the limit is over; false when some kind of thing could
  /// not be reached at all. A run that goes on after a restart waits too, so that dispatchers do
  /// not measure how long the simulator took to come back; its servers have been reached before.
  private boolean connect(Simulation simulation) throws InterruptedException {
    RunState state = simulation.state();
    AtomicBoolean isPlanningThere = new AtomicBoolean(settings.dispatchers() == 0);
    long untilUs = clock.nowUs() + micros(settings.connectLimit());
    long nextKnockUs = 0;
    while (clock.nowUs() < untilUs && !(state.isConnected() && isPlanningThere.get())) {
      if (!isPlanningThere.get() && clock.nowUs() >= nextKnockUs) {
        knock(simulation.planning(), isPlanningThere);
        nextKnockUs = clock.nowUs() + 500_000;
      }
      if (tick(Phase.CONNECTING, state)) {
        break;
      }
    }
    boolean wasReachedBefore = simulation.journal().measuringSinceUs().isPresent();
    return wasReachedBefore || isReached(state, isPlanningThere.get());
  }

  private static boolean isReached(RunState state, boolean isPlanningThere) {
    return (state.elds().size() == 0 || state.elds().counts().logins.sum() > 0)
        && (state.tablets().size() == 0 || state.tablets().counts().welcomes.sum() > 0)
        && isPlanningThere;
  }

  private static void knock(PlanningClient planning, AtomicBoolean isThere) {
    planning.get(
        "v1/loads?limit=1",
        "device-simulator",
        outcome -> {
          if (outcome instanceof PlanningClient.Answered answer && answer.status() < 500) {
            isThere.set(true);
          }
        });
  }

  private void drive(Simulation simulation) throws InterruptedException {
    RunState state = simulation.state();
    long beganUs = simulation.journal().measuringSinceUs().orElseGet(clock::nowUs);
    if (simulation.journal().measuringSinceUs().isEmpty()) {
      simulation.journal().journal().append(new JournalEntry.MeasuringBegan(beganUs));
    }
    long endUs = beganUs + micros(settings.duration());
    state.office().begin(beganUs, endUs - micros(settings.quiet()), endUs);
    while (clock.nowUs() < endUs) {
      if (tick(Phase.RUNNING, state)) {
        break;
      }
    }
  }

  private void settle(RunState state, Reconciliation reconciliation, SheetComparison sheets)
      throws InterruptedException {
    state.office().finish();
    state.elds().stopMaking();
    state.tablets().endShift();
    long beganUs = clock.nowUs();
    long nextReconcileUs = beganUs + RECONCILE_EVERY_US;
    int settledInARow = 0;
    boolean isSteady = !isComparing(state);
    // Twice in a row: what was about to happen when asked first has happened by the second time.
    while ((settledInARow < 2 || !isSteady) && clock.nowUs() < settleUntilUs(beganUs)) {
      settledInARow = state.isSettled() ? settledInARow + 1 : 0;
      if (isComparing(state)) {
        if (settledInARow == 0) {
          sheets.startOver();
        }
        isSteady = settledInARow > 0 && sheets.goOn(clock.nowUs());
      }
      if (clock.nowUs() >= nextReconcileUs) {
        reconciliation.ask();
        nextReconcileUs = clock.nowUs() + RECONCILE_EVERY_US;
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
      report(Phase.SETTLING, state);
    }
  }

  /// A run without dispatchers asks nothing of the planning, which may not even be there.
  private static boolean isComparing(RunState state) {
    return state.office().size() > 0 && state.tablets().size() > 0;
  }

  private long settleUntilUs(long beganUs) {
    boolean isStopped = stopped.getCount() == 0;
    long limitMs =
        isStopped
            ? Math.min(SETTLE_AFTER_STOP_MS, settings.settleLimit().toMillis())
            : settings.settleLimit().toMillis();
    return beganUs + limitMs * 1000;
  }

  /// Lets a little time pass; true when the run was stopped.
  private boolean tick(Phase phase, RunState state) throws InterruptedException {
    boolean isStopped = stopped.await(TICK_MS, TimeUnit.MILLISECONDS);
    report(phase, state);
    return isStopped;
  }

  private void report(Phase phase, RunState state) {
    long nowUs = clock.nowUs();
    if (nowUs >= nextProgressUs || phase != reported) {
      reported = phase;
      nextProgressUs = nowUs + 1_000_000 - TICK_MS * 500;
      progress.at(phase, nowUs - state.startedUs(), state);
    }
  }

  private static long micros(Duration duration) {
    return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
  }
}
