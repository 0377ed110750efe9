package com.northwind.dispatch.routing.itinerary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.routing.v1.RouteStop;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A load's route as the REST API shows it: the newest assignment's.
///
/// @param status LIVE, REVOKED, INFEASIBLE or DRIVEN
/// @param sequenceNo number of the decision about that assignment
/// @param route the stops in their order; absent when there is none
/// @param revoked why the route no longer holds; absent while it does
/// @param infeasible why there is no route; absent when there is one
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteView(
    String loadId,
    String status,
    int assignmentNo,
    int sequenceNo,
    @Nullable Route route,
    @Nullable Revoked revoked,
    @Nullable Infeasible infeasible) {

  /// @param proof EXACT when no order is better, HEURISTIC when none was found
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Route(
      String driverId,
      String tractorId,
      double distanceKm,
      double driveMin,
      @Nullable String proof,
      @Nullable String travelModel,
      Instant decidedAt,
      List<Call> stops) {}

  /// A stop in its place.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Call(
      String stopId,
      String kind,
      String locationName,
      double latitudeDeg,
      double longitudeDeg,
      @Nullable Instant windowStart,
      @Nullable Instant windowEnd,
      int serviceMin,
      List<String> consignmentIds,
      double legDistanceKm,
      double legDriveMin,
      Instant plannedArrival,
      Instant plannedDeparture) {}

  /// Why the route no longer holds.
  record Revoked(int sequenceNo, String reason, String detail, String actor, Instant decidedAt) {}

  /// Why there is no route.
  record Infeasible(String stopId, String detail, Instant decidedAt) {}

  static RouteView of(LoadRoute load, List<PostgresDecisionStore.Published> decisions) {
    @Nullable Route route = null;
    @Nullable Revoked revoked = null;
    @Nullable Infeasible infeasible = null;
    int sequenceNo = 0;
    for (PostgresDecisionStore.Published decision : decisions) {
      switch (decision.content()) {
        case RouteAssigned e -> {
          sequenceNo = e.getSequenceNo();
          route = route(e, decision);
        }
        case RouteRevoked e ->
            revoked =
                new Revoked(
                    e.getSequenceNo(),
                    e.getReason().name().substring("REVOKE_REASON_".length()),
                    e.getDetail(),
                    e.getActor(),
                    StopMapping.instant(e.getDecidedTime()));
        case RouteInfeasible e -> {
          sequenceNo = e.getSequenceNo();
          infeasible =
              new Infeasible(e.getStopId(), e.getDetail(), StopMapping.instant(e.getDecidedTime()));
        }
        default -> throw new IllegalStateException("no decision: " + decision.content());
      }
    }
    return new RouteView(
        load.load().value(),
        load.standing().getClass().getSimpleName().toUpperCase(Locale.ROOT),
        load.standing().assignmentNo(),
        sequenceNo,
        route,
        revoked,
        infeasible);
  }

  private static Route route(RouteAssigned e, PostgresDecisionStore.Published decision) {
    return new Route(
        e.getDriverId(),
        e.getTractorId(),
        e.getRoute().getDistanceKm(),
        e.getRoute().getDriveMin(),
        decision.proof(),
        decision.travelModel(),
        StopMapping.instant(e.getDecidedTime()),
        e.getRoute().getStopsList().stream().map(RouteView::call).toList());
  }

  private static Call call(RouteStop call) {
    Stop stop = call.getStop();
    return new Call(
        stop.getStopId(),
        stop.getKind().name().substring("STOP_KIND_".length()),
        stop.getLocationName(),
        stop.getLocation().getLatitudeDeg(),
        stop.getLocation().getLongitudeDeg(),
        stop.hasWindowStartTime() ? StopMapping.instant(stop.getWindowStartTime()) : null,
        stop.hasWindowEndTime() ? StopMapping.instant(stop.getWindowEndTime()) : null,
        stop.getServiceMin(),
        stop.getConsignmentIdsList(),
        call.getLegDistanceKm(),
        call.getLegDriveMin(),
        StopMapping.instant(call.getPlannedArrivalTime()),
        StopMapping.instant(call.getPlannedDepartureTime()));
  }
}
