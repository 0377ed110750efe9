package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.routing.itinerary.LoadRoute.Standing;
import com.northwind.dispatch.routing.itinerary.Outcome.Changed;
import com.northwind.dispatch.routing.itinerary.Outcome.Ignored;
import com.northwind.dispatch.routing.itinerary.Outcome.Reason;
import com.northwind.dispatch.routing.itinerary.Outcome.Refusal;
import com.northwind.dispatch.routing.itinerary.Outcome.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Decides what a command does to the route of a load. Pure: clock, database and Kafka are somebody
/// else's.
///
/// Commands may come twice, late and in any order. The rules that make every order end the same: an
/// assignment is decided once; one that is over, or older than the newest, is never routed; whoever
/// calls a load off wins for ever.
final class RouteDecider {
  /// Actor of what routing decides by itself.
  static final String SELF = "routing";

  private final ItineraryPlanner planner;

  RouteDecider(ItineraryPlanner planner) {
    this.planner = planner;
  }

  /// Decides one command.
  ///
  /// @param now when routing decides
  Outcome decide(RouteCommand command, LoadRoute route, Instant now) {
    return switch (command) {
      case RouteCommand.Plan(Assignment assignment) ->
          onceFor(assignment.assignmentNo(), route, now, no -> decision(assignment, no, now));
      case RouteCommand.TurnDown(LoadId load, int assignmentNo, PlanResult.Impossible why) ->
          onceFor(assignmentNo, route, now, no -> infeasible(load, assignmentNo, why, no, now));
      case RouteCommand.Withdraw withdraw -> withdraw(withdraw, route, now);
      case RouteCommand.CallOff callOff -> callOff(callOff, route, now);
      case RouteCommand.Finish finish -> finish(finish, route);
      case RouteCommand.Revoke revoke -> revoke(revoke, route, now);
    };
  }

  /// Decides about an assignment unless that was done, or it is over.
  private static Outcome onceFor(
      int assignmentNo, LoadRoute route, Instant now, IntFunction<RouteEvent> numbered) {
    if (route.calledOff()) {
      return new Ignored(Reason.CALLED_OFF);
    }
    if (assignmentNo == route.standing().assignmentNo()) {
      return new Ignored(Reason.DUPLICATE);
    }
    if (assignmentNo < route.standing().assignmentNo() || assignmentNo <= route.closedThrough()) {
      return new Ignored(Reason.STALE);
    }
    List<RouteEvent> events = new ArrayList<>();
    int sequenceNo = route.lastSequenceNo() + 1;
    if (route.standing() instanceof Standing.Live live) {
      String detail = "Assignment " + assignmentNo + " took the place of this one.";
      events.add(revoked(route, live, RevokeReason.LOAD_WITHDRAWN, detail, SELF, now));
      sequenceNo++;
    }
    events.add(numbered.apply(sequenceNo));
    return new Changed(events);
  }

  private RouteEvent decision(Assignment assignment, int sequenceNo, Instant now) {
    return switch (planner.plan(assignment)) {
      case PlanResult.Planned(Itinerary itinerary) ->
          new RouteEvent.Assigned(
              assignment.load(),
              sequenceNo,
              assignment.assignmentNo(),
              assignment.driverId(),
              assignment.tractorId(),
              itinerary,
              now);
      case PlanResult.Impossible why ->
          infeasible(assignment.load(), assignment.assignmentNo(), why, sequenceNo, now);
    };
  }

  private static RouteEvent infeasible(
      LoadId load, int assignmentNo, PlanResult.Impossible why, int sequenceNo, Instant now) {
    return new RouteEvent.Infeasible(
        load, sequenceNo, assignmentNo, why.stopId(), why.detail(), now);
  }

  private static Outcome withdraw(RouteCommand.Withdraw command, LoadRoute route, Instant now) {
    if (command.assignmentNo() <= route.closedThrough()) {
      return new Ignored(Reason.DUPLICATE);
    }
    List<RouteEvent> events = new ArrayList<>();
    if (route.standing() instanceof Standing.Live live) {
      if (live.assignmentNo() > command.assignmentNo()) {
        return new Ignored(Reason.STALE);
      }
      events.add(
          revoked(
              route, live, RevokeReason.LOAD_WITHDRAWN, command.detail(), command.actor(), now));
    }
    events.add(new RouteEvent.AssignmentsClosed(route.load(), command.assignmentNo()));
    return new Changed(events);
  }

  private static Outcome callOff(RouteCommand.CallOff command, LoadRoute route, Instant now) {
    if (route.calledOff()) {
      return new Ignored(Reason.DUPLICATE);
    }
    List<RouteEvent> events = new ArrayList<>();
    if (route.standing() instanceof Standing.Live live) {
      events.add(
          revoked(
              route, live, RevokeReason.LOAD_WITHDRAWN, command.detail(), command.actor(), now));
    }
    events.add(new RouteEvent.LoadClosed(route.load()));
    return new Changed(events);
  }

  private static Outcome finish(RouteCommand.Finish command, LoadRoute route) {
    return switch (route.standing()) {
      case Standing.Live live when live.assignmentNo() == command.assignmentNo() ->
          new Changed(List.of(new RouteEvent.Driven(route.load(), command.assignmentNo())));
      case Standing.Live _ -> new Ignored(Reason.STALE);
      case Standing.Driven _ -> new Ignored(Reason.DUPLICATE);
      case Standing.Unrouted _, Standing.Revoked _, Standing.Infeasible _ ->
          command.assignmentNo() > route.closedThrough()
              ? new Changed(
                  List.of(new RouteEvent.AssignmentsClosed(route.load(), command.assignmentNo())))
              : new Ignored(Reason.NO_LIVE_ROUTE);
    };
  }

  private static Outcome revoke(RouteCommand.Revoke command, LoadRoute route, Instant now) {
    return switch (route.standing()) {
      case Standing.Live live ->
          new Changed(
              List.of(
                  revoked(route, live, command.reason(), command.detail(), command.actor(), now),
                  new RouteEvent.AssignmentsClosed(route.load(), live.assignmentNo())));
      case Standing.Unrouted _ ->
          new Refused(Refusal.UNKNOWN, "Load " + route.load() + " has never been routed.");
      case Standing.Revoked(int assignmentNo, int sequenceNo, int revokedBy) ->
          notLive(
              route,
              "Decision "
                  + sequenceNo
                  + " (assignment "
                  + assignmentNo
                  + ") was revoked by decision "
                  + revokedBy
                  + " already.");
      case Standing.Infeasible(int assignmentNo, int sequenceNo) ->
          notLive(
              route,
              "Decision "
                  + sequenceNo
                  + " (assignment "
                  + assignmentNo
                  + ") found no route: there is nothing to revoke.");
      case Standing.Driven(int assignmentNo, int sequenceNo) ->
          notLive(
              route,
              "Decision "
                  + sequenceNo
                  + " (assignment "
                  + assignmentNo
                  + ") was driven to its end: there is nothing to revoke.");
    };
  }

  private static Outcome notLive(LoadRoute route, String why) {
    return new Refused(Refusal.NOT_LIVE, "Load " + route.load() + " has no live route. " + why);
  }

  private static RouteEvent revoked(
      LoadRoute route,
      Standing.Live live,
      RevokeReason reason,
      String detail,
      String actor,
      Instant now) {
    return new RouteEvent.Revoked(
        route.load(),
        route.lastSequenceNo() + 1,
        live.sequenceNo(),
        live.assignmentNo(),
        reason,
        detail,
        actor,
        now);
  }
}
