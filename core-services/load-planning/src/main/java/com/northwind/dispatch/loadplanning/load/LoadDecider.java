package com.northwind.dispatch.loadplanning.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The rules of a load's life. Pure: no clock, no database.
public final class LoadDecider {
  private LoadDecider() {}

  /// What a command comes to for a load.
  public static Decision decide(LoadCommand command, Load load) {
    return switch (load) {
      case Load.Available available -> whenAvailable(command, available);
      case Load.Held held -> whenHeld(command, held);
      case Load.Completed completed -> whenCompleted(command, completed);
      case Load.Cancelled _ -> whenClosed(command, load);
    };
  }

  private static Decision whenAvailable(LoadCommand command, Load.Available load) {
    return switch (command) {
      case LoadCommand.Assign assign -> Decision.of(assigned(assign, load));
      case LoadCommand.Cancel cancel ->
          Decision.of(
              new LoadEvent.Cancelled(
                  0, cancel.reasonClass(), cancel.reason(), cancel.at(), cancel.actor()));
      case LoadCommand.Unassign _ -> refused(new Refusal.NotHeld());
      case LoadCommand.Accept _, LoadCommand.Decline _ -> refused(new Refusal.NotTheHolder());
      case LoadCommand.ApplyRoute _,
          LoadCommand.RevokeRoute _,
          LoadCommand.ReportInfeasible _,
          LoadCommand.ReportReached _,
          LoadCommand.ReportLeft _ ->
          refused(new Refusal.Stale());
    };
  }

  private static Decision whenHeld(LoadCommand command, Load.Held load) {
    return switch (command) {
      case LoadCommand.Assign _ -> refused(new Refusal.AlreadyHeld(load.assignment()));
      case LoadCommand.Unassign unassign ->
          Decision.of(
              released(
                  load,
                  ReleaseReason.DISPATCHER,
                  unassign.actor() + " took it back: " + unassign.reason(),
                  unassign.at(),
                  unassign.actor()));
      case LoadCommand.Cancel cancel ->
          Decision.of(
              new LoadEvent.Cancelled(
                  load.assignmentNo(),
                  cancel.reasonClass(),
                  cancel.reason(),
                  cancel.at(),
                  cancel.actor()));
      case LoadCommand.ApplyRoute route -> route(route, load);
      case LoadCommand.RevokeRoute revoke -> revoke(revoke, load);
      case LoadCommand.ReportInfeasible report -> infeasible(report, load);
      case LoadCommand.Accept accept -> accept(accept, load.assignment(), load.progress());
      case LoadCommand.Decline decline -> decline(decline, load);
      case LoadCommand.ReportReached reached -> reached(reached, load);
      case LoadCommand.ReportLeft left -> left(left, load);
    };
  }

  /// Stops may overtake the driver's acceptance, which is then noted late.
  private static Decision whenCompleted(LoadCommand command, Load.Completed load) {
    return command instanceof LoadCommand.Accept accept
        ? accept(accept, load.assignment(), load.progress())
        : whenClosed(command, load);
  }

  private static Decision whenClosed(LoadCommand command, Load load) {
    return switch (command) {
      case LoadCommand.Assign _, LoadCommand.Unassign _, LoadCommand.Cancel _ ->
          refused(new Refusal.Closed(load.status()));
      case LoadCommand.Accept _, LoadCommand.Decline _ -> refused(new Refusal.NotTheHolder());
      case LoadCommand.ApplyRoute _,
          LoadCommand.RevokeRoute _,
          LoadCommand.ReportInfeasible _,
          LoadCommand.ReportReached _,
          LoadCommand.ReportLeft _ ->
          refused(new Refusal.Stale());
    };
  }

  private static LoadEvent assigned(LoadCommand.Assign assign, Load.Available load) {
    return new LoadEvent.Assigned(
        new Assignment(
            load.assignmentNo() + 1,
            assign.driver(),
            assign.tractor(),
            assign.trailerId(),
            assign.at(),
            assign.actor()),
        assign.commandId());
  }

  private static Decision route(LoadCommand.ApplyRoute route, Load.Held load) {
    Integer current = load.progress().routeSequenceNo();
    if (route.assignmentNo() != load.assignmentNo()
        || (current != null && route.sequenceNo() <= current)) {
      return refused(new Refusal.Stale());
    }
    return withCompletion(load, List.of(new LoadEvent.Routed(route.sequenceNo())));
  }

  /// A revoke wins also over a decision that has not arrived; not over a later one.
  private static Decision revoke(LoadCommand.RevokeRoute revoke, Load.Held load) {
    Integer current = load.progress().routeSequenceNo();
    if (revoke.assignmentNo() != load.assignmentNo()
        || (current != null && current > revoke.revokedSequenceNo())) {
      return refused(new Refusal.Stale());
    }
    return Decision.of(
        released(
            load,
            ReleaseReason.ROUTE_REVOKED,
            "The route was revoked: " + revoke.because(),
            revoke.at(),
            revoke.actor()));
  }

  private static Decision infeasible(LoadCommand.ReportInfeasible report, Load.Held load) {
    if (report.assignmentNo() != load.assignmentNo()) {
      return refused(new Refusal.Stale());
    }
    return Decision.of(
        released(
            load,
            ReleaseReason.INFEASIBLE,
            "No route keeps its windows: " + report.because(),
            report.at(),
            report.actor()));
  }

  private static Decision accept(
      LoadCommand.Accept accept, Assignment assignment, Progress progress) {
    if (!accept.sawCurrent() || !accept.driver().equals(assignment.driver())) {
      return refused(new Refusal.NotTheHolder());
    }
    if (progress.acceptedAt() != null) {
      return Decision.nothing();
    }
    return Decision.of(new LoadEvent.Accepted(assignment, accept.at()));
  }

  private static Decision decline(LoadCommand.Decline decline, Load.Held load) {
    if (!decline.sawCurrent() || !decline.driver().equals(load.assignment().driver())) {
      return refused(new Refusal.NotTheHolder());
    }
    return Decision.of(
        released(
            load,
            ReleaseReason.DECLINED,
            "Driver " + decline.driver() + " declined: " + decline.because(),
            decline.at(),
            decline.driver().value()));
  }

  private static Decision reached(LoadCommand.ReportReached report, Load.Held load) {
    if (report.assignmentNo() != load.assignmentNo()) {
      return refused(new Refusal.Stale());
    }
    if (!load.freight().stopIds().contains(report.stopId())) {
      return refused(new Refusal.NoSuchStop(report.stopId()));
    }
    if (load.progress().reachedStops().contains(report.stopId())) {
      return Decision.nothing();
    }
    return Decision.of(new LoadEvent.StopReached(report.stopId(), report.at()));
  }

  private static Decision left(LoadCommand.ReportLeft report, Load.Held load) {
    if (report.assignmentNo() != load.assignmentNo()) {
      return refused(new Refusal.Stale());
    }
    if (!load.freight().stopIds().contains(report.stopId())) {
      return refused(new Refusal.NoSuchStop(report.stopId()));
    }
    if (load.progress().leftStops().contains(report.stopId())) {
      return Decision.nothing();
    }
    return withCompletion(load, List.of(new LoadEvent.StopLeft(report.stopId(), report.at())));
  }

  /// Adds the load's completion when these events leave no stop to be left.
  private static Decision withCompletion(Load.Held load, List<LoadEvent> events) {
    Load next = load;
    for (LoadEvent event : events) {
      next = next.evolve(event);
    }
    if (next instanceof Load.Held held && held.done()) {
      List<LoadEvent> more = new ArrayList<>(events);
      more.add(new LoadEvent.Completed(held.assignment(), completedAt(held)));
      return new Decision.Decided(more);
    }
    return new Decision.Decided(events);
  }

  private static Instant completedAt(Load.Held load) {
    Instant lastLeft = load.progress().lastLeftAt();
    return lastLeft == null ? load.assignment().assignedAt() : lastLeft;
  }

  private static LoadEvent released(
      Load.Held load, ReleaseReason reason, String what, Instant at, String actor) {
    TreeSet<String> left = new TreeSet<>(load.progress().leftStops());
    String note =
        left.isEmpty()
            ? what
            : what + " (already done on this assignment: stops " + String.join(", ", left) + ")";
    return new LoadEvent.Released(load.assignment(), reason, note, at, actor);
  }

  private static Decision refused(Refusal refusal) {
    return new Decision.Refused(refusal);
  }
}
