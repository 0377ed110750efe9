package com.northwind.dispatch.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a run came to.
///
/// @param state the run's parts with their counts
/// @param exit the verdict
/// @param problems why the verdict is not better, one sentence each
/// @param isStoppedEarly somebody ended the run
/// @param eldsConnected units connected when the run ended
/// @param tabletsConnected tablets connected when the run ended
/// @param endedUs when, microseconds since 1970
/// @param sheets the tablets' sheets against the planning's
/// @param takenBack what the planning said about loads it took back itself, by assignment
public record RunResult(
    RunState state,
    RunExit exit,
    List<String> problems,
    boolean isStoppedEarly,
    int eldsConnected,
    int tabletsConnected,
    long endedUs,
    SheetFindings sheets,
    Map<String, String> takenBack) {

  /// The tablets' sheets against the planning's.
  ///
  /// @param isComplete every tablet was compared, or none was to be
  /// @param behind tablets with an older sheet, with both versions
  public record SheetFindings(boolean isComplete, List<String> behind) {
    /// For a run without dispatchers or without tablets.
    static final SheetFindings NOT_WANTED = new SheetFindings(true, List.of());

    public SheetFindings {
      behind = List.copyOf(behind);
    }
  }

  public RunResult {
    problems = List.copyOf(problems);
    takenBack = Map.copyOf(takenBack);
  }

  static RunResult of(
      RunState state,
      boolean isReachable,
      boolean isStoppedEarly,
      long endedUs,
      SheetFindings sheets,
      Map<String, String> takenBack) {
    List<String> problems = new ArrayList<>();
    if (isReachable || isStoppedEarly) {
      state.self().faults().forEach(fault -> problems.add("the simulator failed: " + fault));
      deviceProblems(state, problems);
      dispatchProblems(state, problems);
      add(problems, sheets.behind().size(), "tablets have an older sheet than the planning");
      if (!sheets.isComplete()) {
        problems.add("not every tablet's sheet could be compared with the planning's");
      }
    } else {
      problems.add(unreachable(state));
    }
    RunExit exit =
        problems.isEmpty()
            ? RunExit.DELIVERED
            : isReachable || isStoppedEarly ? RunExit.UNDELIVERED : RunExit.UNREACHABLE;
    return new RunResult(
        state,
        exit,
        problems,
        isStoppedEarly,
        state.elds().counts().connected.get(),
        state.tablets().counts().connected.get(),
        endedUs,
        sheets,
        takenBack);
  }

  private static String unreachable(RunState state) {
    if (state.elds().size() > 0 && state.elds().counts().logins.sum() == 0) {
      return "no ELD unit was let in at " + state.settings().eldGateway();
    }
    if (state.tablets().size() > 0 && state.tablets().counts().welcomes.sum() == 0) {
      return "no tablet was welcomed at " + state.settings().tabletGateway();
    }
    return "load planning did not answer at " + state.settings().planning();
  }

  private static void deviceProblems(RunState state, List<String> problems) {
    add(problems, state.elds().recordsQueued(), "ELD records were never acknowledged");
    add(
        problems,
        state.elds().counts().recordsDropped.sum(),
        "ELD records gave way on a full flash");
    add(
        problems,
        state.tablets().unconfirmed(),
        "receipts and actions of tablets were never acknowledged");
    add(problems, state.tablets().counts().actionsRefused.sum(), "actions of tablets were refused");
    if (state.elds().size() > 0 && state.elds().counts().recordsAcked.sum() == 0) {
      problems.add("no ELD record was acknowledged: there is nothing to judge by");
    }
  }

  private static void dispatchProblems(RunState state, List<String> problems) {
    add(problems, state.office().counts().pending.get(), "dispatcher actions were never answered");
    add(
        problems,
        state.office().counts().failed.sum(),
        "dispatcher actions were answered with an error");
    if (state.tablets().size() > 0) {
      add(problems, state.ledger().undelivered().size(), "assignments never reached their tablet");
      add(problems, state.ledger().unaccepted().size(), "assignments were never accepted durably");
      add(problems, state.ledger().stale().size(), "withdrawn loads are still on a tablet");
      add(
          problems,
          state.ledger().uncompleted().size(),
          "loads driven to the end are still on a tablet");
    }
    if (state.office().size() > 0 && state.office().counts().latency.summary().count() == 0) {
      problems.add("no dispatcher action was answered: there is nothing to judge by");
    }
  }

  private static void add(List<String> problems, long count, String what) {
    if (count > 0) {
      problems.add(count + " " + what);
    }
  }
}
