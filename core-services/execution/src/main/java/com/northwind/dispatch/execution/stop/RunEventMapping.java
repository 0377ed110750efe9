package com.northwind.dispatch.execution.stop;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.routing.v1.RouteStop;
import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What planning and routing say, as commands to runs.
final class RunEventMapping {
  private RunEventMapping() {}

  /// The command an event stands for, or nothing when it is no business of execution.
  static Optional<RunCommand> toCommand(EventEnvelope event) {
    return switch (event.data()) {
      case RouteAssigned assigned -> Optional.of(drive(assigned, event));
      case RouteRevoked revoked ->
          Optional.of(end(revoked.getLoadId(), revoked.getAssignmentNo(), Run.How.REVOKED));
      case LoadUnassigned unassigned ->
          Optional.of(end(unassigned.getLoadId(), unassigned.getAssignmentNo(), Run.How.WITHDRAWN));
      case LoadCompleted completed ->
          Optional.of(end(completed.getLoadId(), completed.getAssignmentNo(), Run.How.COMPLETED));
      case LoadCancelled cancelled ->
          Optional.of(new RunCommand.CallOff(new LoadId(cancelled.getLoadId())));
      default -> Optional.empty();
    };
  }

  static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).truncatedTo(ChronoUnit.MICROS);
  }

  private static RunCommand end(String loadId, int assignmentNo, Run.How how) {
    return new RunCommand.End(new LoadId(loadId), assignmentNo, how);
  }

  private static RunCommand drive(RouteAssigned assigned, EventEnvelope event) {
    List<PlannedStop> stops = new ArrayList<>();
    for (RouteStop stop : assigned.getRoute().getStopsList()) {
      stops.add(stop(stop, stops.size() + 1));
    }
    return new RunCommand.Drive(
        new LoadId(assigned.getLoadId()),
        new Trip(
            assigned.getAssignmentNo(),
            assigned.getSequenceNo(),
            assigned.getDriverId(),
            assigned.getTractorId(),
            assigned.hasDecidedTime() ? instant(assigned.getDecidedTime()) : event.time()),
        stops);
  }

  private static PlannedStop stop(RouteStop call, int placeNo) {
    return new PlannedStop(
        call.getStop().getStopId(),
        placeNo,
        call.getStop().getKind() == StopKind.STOP_KIND_PICKUP
            ? PlannedStop.Kind.PICKUP
            : PlannedStop.Kind.DELIVERY,
        call.getStop().getLocationName(),
        new Place(
            call.getStop().getLocation().getLatitudeDeg(),
            call.getStop().getLocation().getLongitudeDeg()),
        call.hasPlannedArrivalTime() ? instant(call.getPlannedArrivalTime()) : null,
        call.hasPlannedDepartureTime() ? instant(call.getPlannedDepartureTime()) : null);
  }
}
