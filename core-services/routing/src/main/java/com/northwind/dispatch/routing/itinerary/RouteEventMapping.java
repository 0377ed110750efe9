package com.northwind.dispatch.routing.itinerary;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.routing.v1.Route;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.routing.v1.RouteStop;

/// Decisions in the words of the contract `northwind.routing.v1`.
final class RouteEventMapping {
  private static final double METRES_PER_KM = 1_000;
  private static final double SECONDS_PER_MINUTE = 60;

  private RouteEventMapping() {}

  static Message toContract(RouteEvent.Decision decision) {
    return switch (decision) {
      case RouteEvent.Assigned e ->
          RouteAssigned.newBuilder()
              .setLoadId(e.load().value())
              .setSequenceNo(e.sequenceNo())
              .setAssignmentNo(e.assignmentNo())
              .setDriverId(e.driverId())
              .setTractorId(e.tractorId())
              .setRoute(route(e.itinerary()))
              .setDecidedTime(StopMapping.timestamp(e.decidedAt()))
              .build();
      case RouteEvent.Revoked e ->
          RouteRevoked.newBuilder()
              .setLoadId(e.load().value())
              .setSequenceNo(e.sequenceNo())
              .setRevokedSequenceNo(e.revokedSequenceNo())
              .setAssignmentNo(e.assignmentNo())
              .setReason(reason(e.reason()))
              .setDetail(e.detail())
              .setActor(e.actor())
              .setDecidedTime(StopMapping.timestamp(e.decidedAt()))
              .build();
      case RouteEvent.Infeasible e ->
          RouteInfeasible.newBuilder()
              .setLoadId(e.load().value())
              .setSequenceNo(e.sequenceNo())
              .setAssignmentNo(e.assignmentNo())
              .setStopId(e.stopId())
              .setDetail(e.detail())
              .setDecidedTime(StopMapping.timestamp(e.decidedAt()))
              .build();
    };
  }

  private static Route route(Itinerary itinerary) {
    return Route.newBuilder()
        .addAllStops(itinerary.calls().stream().map(RouteEventMapping::stop).toList())
        .setDistanceKm(itinerary.distanceM() / METRES_PER_KM)
        .setDriveMin(itinerary.driveSec() / SECONDS_PER_MINUTE)
        .build();
  }

  private static RouteStop stop(Itinerary.Call call) {
    return RouteStop.newBuilder()
        .setStop(StopMapping.toContract(call.stop()))
        .setLegDistanceKm(call.leg().distanceM() / METRES_PER_KM)
        .setLegDriveMin(call.leg().driveSec() / SECONDS_PER_MINUTE)
        .setPlannedArrivalTime(StopMapping.timestamp(call.arrival()))
        .setPlannedDepartureTime(StopMapping.timestamp(call.departure()))
        .build();
  }

  private static com.northwind.dispatch.contracts.routing.v1.RevokeReason reason(
      RevokeReason reason) {
    return com.northwind.dispatch.contracts.routing.v1.RevokeReason.valueOf(
        "REVOKE_REASON_" + reason.name());
  }
}
