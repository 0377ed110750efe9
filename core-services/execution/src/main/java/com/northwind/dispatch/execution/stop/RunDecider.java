package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.stop.Run.Standing;

/// Decides what a command does to a run. Pure.
///
/// Routes and loads come on two topics, so in any order: an end may come before the route it ends,
/// and leaves a mark by which the route is ignored when it comes.
final class RunDecider {
  private RunDecider() {}

  /// What a command comes to.
  sealed interface Outcome {
    /// The run stands like this now.
    record Changed(Run next) implements Outcome {}

    /// It changes nothing, and that is as it should be.
    record Ignored(Reason reason) implements Outcome {}
  }

  /// Why something is ignored; counted by this name.
  enum Reason {
    /// It was applied before.
    DUPLICATE,
    /// It is about an assignment that is over or was followed by another.
    STALE,
    /// The load was called off.
    CALLED_OFF
  }

  static Outcome decide(RunCommand command, Run run) {
    return switch (command) {
      case RunCommand.Drive drive -> drive(drive.trip(), run);
      case RunCommand.End end -> end(end, run);
      case RunCommand.CallOff _ -> callOff(run);
    };
  }

  private static Outcome drive(Trip trip, Run run) {
    if (run.calledOff()) {
      return new Outcome.Ignored(Reason.CALLED_OFF);
    }
    boolean known =
        run.trip()
            .filter(newest -> newest.assignmentNo() == trip.assignmentNo())
            .filter(newest -> newest.sequenceNo() >= trip.sequenceNo())
            .isPresent();
    if (known) {
      return new Outcome.Ignored(Reason.DUPLICATE);
    }
    if (trip.assignmentNo() <= run.closedThrough() || trip.assignmentNo() < run.assignmentNo()) {
      return new Outcome.Ignored(Reason.STALE);
    }
    return new Outcome.Changed(
        new Run(run.load(), run.closedThrough(), false, new Standing.Driving(trip)));
  }

  private static Outcome end(RunCommand.End command, Run run) {
    int assignmentNo = command.assignmentNo();
    if (assignmentNo <= run.closedThrough()) {
      return new Outcome.Ignored(Reason.DUPLICATE);
    }
    if (assignmentNo < run.assignmentNo()) {
      return new Outcome.Ignored(Reason.STALE);
    }
    return new Outcome.Changed(
        new Run(run.load(), assignmentNo, run.calledOff(), ended(run.standing(), command.how())));
  }

  private static Outcome callOff(Run run) {
    return run.calledOff()
        ? new Outcome.Ignored(Reason.DUPLICATE)
        : new Outcome.Changed(
            new Run(
                run.load(), run.closedThrough(), true, ended(run.standing(), Run.How.WITHDRAWN)));
  }

  private static Standing ended(Standing standing, Run.How how) {
    return standing instanceof Standing.Driving(Trip trip)
        ? new Standing.Ended(trip, how)
        : standing;
  }
}
