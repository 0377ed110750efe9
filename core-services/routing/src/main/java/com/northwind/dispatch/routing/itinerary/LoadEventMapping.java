package com.northwind.dispatch.routing.itinerary;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What load planning says, as commands to routing.
final class LoadEventMapping {
  private LoadEventMapping() {}

  /// The command an event stands for, or nothing when it is no business of routing.
  static Optional<RouteCommand> toCommand(EventEnvelope event) {
    Message data = event.data();
    return switch (data) {
      case LoadAssigned assigned -> Optional.of(plan(assigned, event));
      case LoadUnassigned unassigned ->
          Optional.of(
              new RouteCommand.Withdraw(
                  new LoadId(unassigned.getLoadId()),
                  unassigned.getAssignmentNo(),
                  orElse(unassigned.getDetail(), "The load was taken from its driver."),
                  unassigned.getActor()));
      case LoadCancelled cancelled ->
          Optional.of(
              new RouteCommand.CallOff(
                  new LoadId(cancelled.getLoadId()),
                  orElse(cancelled.getDetail(), "The load was cancelled."),
                  cancelled.getActor()));
      case LoadCompleted completed ->
          Optional.of(
              new RouteCommand.Finish(
                  new LoadId(completed.getLoadId()), completed.getAssignmentNo()));
      default -> Optional.empty();
    };
  }

  private static RouteCommand plan(LoadAssigned assigned, EventEnvelope event) {
    LoadId load = new LoadId(assigned.getLoadId());
    Set<String> stopIds = new HashSet<>();
    for (Stop stop : assigned.getStopsList()) {
      String problem = StopMapping.problemOf(stop);
      if (problem == null && !stopIds.add(stop.getStopId())) {
        problem = "Stop " + stop.getStopId() + " is in the load twice.";
      }
      if (problem != null) {
        return new RouteCommand.TurnDown(
            load, assigned.getAssignmentNo(), new PlanResult.Impossible(stop.getStopId(), problem));
      }
    }
    return new RouteCommand.Plan(
        new Assignment(
            load,
            assigned.getAssignmentNo(),
            assigned.getDriverId(),
            assigned.getTractorId(),
            assigned.getStopsList().stream().map(StopMapping::fromContract).toList(),
            assigned.hasAssignedTime()
                ? StopMapping.instant(assigned.getAssignedTime())
                : event.time()));
  }

  private static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
