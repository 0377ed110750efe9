package com.northwind.dispatch.loadplanning.load;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadTendered;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.planning.v1.UnassignReason;
import com.northwind.dispatch.contracts.planning.v2.CancelReason;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Maps what happens to loads to the events of the contract. An event's id follows from the fact,
/// so that the same fact always carries the same id.
public final class LoadEventMapping {
  private final String source;

  /// @param source the envelope's `source`
  public LoadEventMapping(String source) {
    this.source = source;
  }

  /// The event others hear of, or nothing for what only this service knows.
  public Optional<EventEnvelope> envelope(Freight freight, LoadEvent event, Cause cause) {
    String load = freight.load().value();
    return switch (event) {
      case LoadEvent.Tendered tendered ->
          some(load, load + "/tendered", tendered.tenderedAt(), tendered(tendered), cause);
      case LoadEvent.Assigned assigned ->
          some(
              load,
              load + "/assigned/" + assigned.assignment().no(),
              assigned.assignment().assignedAt(),
              assigned(freight, assigned),
              cause);
      case LoadEvent.Released released ->
          some(
              load,
              load + "/unassigned/" + released.assignment().no(),
              released.releasedAt(),
              unassigned(load, released),
              cause);
      case LoadEvent.Cancelled cancelled ->
          some(
              load,
              load + "/cancelled",
              cancelled.cancelledAt(),
              cancelled(load, cancelled),
              cause);
      case LoadEvent.Accepted(Assignment a, Instant at) ->
          some(load, load + "/accepted/" + a.no(), at, accepted(load, a, at), cause);
      case LoadEvent.Completed(Assignment a, Instant at) ->
          some(load, load + "/completed/" + a.no(), at, completed(load, a, at), cause);
      case LoadEvent.Routed _, LoadEvent.StopReached _, LoadEvent.StopLeft _ -> Optional.empty();
    };
  }

  private Optional<EventEnvelope> some(
      String load, String id, Instant at, Message data, Cause cause) {
    return Optional.of(
        new EventEnvelope(id, source, load, at, load, cause.traceparent(), cause.id(), data));
  }

  private static Message tendered(LoadEvent.Tendered tendered) {
    return LoadTendered.newBuilder()
        .setLoadId(tendered.freight().load().value())
        .setReference(tendered.freight().reference())
        .addAllStops(stops(tendered.freight()))
        .setTenderedTime(ContractTime.of(tendered.tenderedAt()))
        .setActor(tendered.actor())
        .build();
  }

  private static Message assigned(Freight freight, LoadEvent.Assigned assigned) {
    Assignment assignment = assigned.assignment();
    LoadAssigned.Builder message =
        LoadAssigned.newBuilder()
            .setLoadId(freight.load().value())
            .setAssignmentNo(assignment.no())
            .setDriverId(assignment.driver().value())
            .setTractorId(assignment.tractor().value())
            .addAllStops(stops(freight))
            .setAssignedTime(ContractTime.of(assignment.assignedAt()))
            .setActor(assignment.assignedBy())
            .setCommandId(assigned.commandId());
    if (assignment.trailerId() != null) {
      message.setTrailerId(assignment.trailerId());
    }
    return message.build();
  }

  private static Message unassigned(String load, LoadEvent.Released released) {
    return LoadUnassigned.newBuilder()
        .setLoadId(load)
        .setAssignmentNo(released.assignment().no())
        .setDriverId(released.assignment().driver().value())
        .setReason(reason(released.reason()))
        .setDetail(released.note())
        .setUnassignedTime(ContractTime.of(released.releasedAt()))
        .setActor(released.actor())
        .build();
  }

  private static Message cancelled(String load, LoadEvent.Cancelled cancelled) {
    return LoadCancelled.newBuilder()
        .setLoadId(load)
        .setAssignmentNo(cancelled.endedAssignmentNo())
        .setReason(reason(cancelled.reasonClass()))
        .setDetail(cancelled.reason())
        .setCancelledTime(ContractTime.of(cancelled.cancelledAt()))
        .setActor(cancelled.actor())
        .build();
  }

  private static CancelReason reason(CancelClass reasonClass) {
    return switch (reasonClass) {
      case IN_WORDS -> CancelReason.CANCEL_REASON_IN_WORDS;
      case CUSTOMER -> CancelReason.CANCEL_REASON_CUSTOMER;
      case FREIGHT_NOT_READY -> CancelReason.CANCEL_REASON_FREIGHT_NOT_READY;
      case CARRIER -> CancelReason.CANCEL_REASON_CARRIER;
      case ENTERED_BY_MISTAKE -> CancelReason.CANCEL_REASON_ENTERED_BY_MISTAKE;
    };
  }

  private static Message accepted(String load, Assignment assignment, Instant at) {
    return LoadAccepted.newBuilder()
        .setLoadId(load)
        .setAssignmentNo(assignment.no())
        .setDriverId(assignment.driver().value())
        .setAcceptedTime(ContractTime.of(at))
        .build();
  }

  private static Message completed(String load, Assignment assignment, Instant at) {
    return LoadCompleted.newBuilder()
        .setLoadId(load)
        .setAssignmentNo(assignment.no())
        .setDriverId(assignment.driver().value())
        .setCompletedTime(ContractTime.of(at))
        .build();
  }

  private static UnassignReason reason(ReleaseReason reason) {
    return switch (reason) {
      case DISPATCHER -> UnassignReason.UNASSIGN_REASON_DISPATCHER;
      case DECLINED -> UnassignReason.UNASSIGN_REASON_DECLINED;
      case ROUTE_REVOKED -> UnassignReason.UNASSIGN_REASON_ROUTE_REVOKED;
      case INFEASIBLE -> UnassignReason.UNASSIGN_REASON_INFEASIBLE;
    };
  }

  private static List<com.northwind.dispatch.contracts.planning.v1.Stop> stops(Freight freight) {
    return freight.stops().stream().map(LoadEventMapping::stop).toList();
  }

  private static com.northwind.dispatch.contracts.planning.v1.Stop stop(Stop stop) {
    var message =
        com.northwind.dispatch.contracts.planning.v1.Stop.newBuilder()
            .setStopId(stop.stopId())
            .setKind(kind(stop.kind()))
            .setLocationName(stop.locationName())
            .setLocation(
                GeoPoint.newBuilder()
                    .setLatitudeDeg(stop.latitudeDeg())
                    .setLongitudeDeg(stop.longitudeDeg()))
            .setServiceMin(stop.serviceMin())
            .addAllConsignmentIds(stop.consignmentIds());
    if (stop.windowStart() != null) {
      message.setWindowStartTime(ContractTime.of(stop.windowStart()));
    }
    if (stop.windowEnd() != null) {
      message.setWindowEndTime(ContractTime.of(stop.windowEnd()));
    }
    return message.build();
  }

  private static com.northwind.dispatch.contracts.planning.v1.StopKind kind(StopKind kind) {
    return switch (kind) {
      case PICKUP -> com.northwind.dispatch.contracts.planning.v1.StopKind.STOP_KIND_PICKUP;
      case DELIVERY -> com.northwind.dispatch.contracts.planning.v1.StopKind.STOP_KIND_DELIVERY;
    };
  }
}
