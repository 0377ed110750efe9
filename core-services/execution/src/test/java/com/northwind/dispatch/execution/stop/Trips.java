package com.northwind.dispatch.execution.stop;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.routing.v1.Route;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.routing.v1.RouteStop;
import com.northwind.dispatch.contracts.tablet.v1.Arrive;
import com.northwind.dispatch.contracts.tablet.v1.Depart;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Loaded;
import com.northwind.dispatch.execution.position.Place;
import com.northwind.dispatch.execution.telemetry.Records;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import java.time.Duration;
import java.time.Instant;

/// What other services and a tablet say about one load, for tests: from Dallas (stop S1) to Austin
/// (stop S2).
public final class Trips {
  public static final Place DALLAS = new Place(32.7767, -96.7970);
  public static final Place WACO = new Place(31.5493, -97.1467);
  public static final Place AUSTIN = new Place(30.2672, -97.7431);

  private final String loadId;
  private final String driverId;
  private final String vehicleId;

  public Trips(String loadId, String driverId, String vehicleId) {
    this.loadId = loadId;
    this.driverId = driverId;
    this.vehicleId = vehicleId;
  }

  /// Routing's decision, numbered like the assignment, made so long after the morning began.
  public EventEnvelope routed(int assignmentNo, Duration decided) {
    return envelope(
        "routed/" + assignmentNo,
        RouteAssigned.newBuilder()
            .setLoadId(loadId)
            .setSequenceNo(assignmentNo)
            .setAssignmentNo(assignmentNo)
            .setDriverId(driverId)
            .setTractorId(vehicleId)
            .setRoute(
                Route.newBuilder()
                    .addStops(stop("S1", StopKind.STOP_KIND_PICKUP, DALLAS))
                    .addStops(stop("S2", StopKind.STOP_KIND_DELIVERY, AUSTIN)))
            .setDecidedTime(timestamp(Records.MORNING.plus(decided)))
            .build());
  }

  public EventEnvelope revoked(int assignmentNo) {
    return envelope(
        "revoked/" + assignmentNo,
        RouteRevoked.newBuilder()
            .setLoadId(loadId)
            .setSequenceNo(assignmentNo + 1)
            .setRevokedSequenceNo(assignmentNo)
            .setAssignmentNo(assignmentNo)
            .build());
  }

  public EventEnvelope unassigned(int assignmentNo) {
    return envelope(
        "unassigned/" + assignmentNo,
        LoadUnassigned.newBuilder().setLoadId(loadId).setAssignmentNo(assignmentNo).build());
  }

  public EventEnvelope completed(int assignmentNo) {
    return envelope(
        "completed/" + assignmentNo,
        LoadCompleted.newBuilder().setLoadId(loadId).setAssignmentNo(assignmentNo).build());
  }

  public EventEnvelope arrives(String stopId, Duration after) {
    return action(
        stopId, after, "arrive", DriverAction.newBuilder().setArrive(Arrive.newBuilder()));
  }

  public EventEnvelope departs(String stopId, Duration after) {
    return action(
        stopId, after, "depart", DriverAction.newBuilder().setDepart(Depart.newBuilder()));
  }

  public EventEnvelope loaded(String stopId, Duration after) {
    return action(
        stopId, after, "loaded", DriverAction.newBuilder().setLoaded(Loaded.newBuilder()));
  }

  static ConsumedEvent consumed(EventEnvelope event) {
    return new ConsumedEvent("any", 0, 0, event);
  }

  private EventEnvelope action(
      String stopId, Duration after, String what, DriverAction.Builder action) {
    Instant at = Records.MORNING.plus(after);
    String id = String.join("/", loadId, stopId, what, at.toString());
    return envelope(
        id,
        action
            .setActionId(id)
            .setDriverId(driverId)
            .setTabletId("TAB-of-" + driverId)
            .setLoadId(loadId)
            .setStopId(stopId)
            .setOccurredTime(timestamp(at))
            .setReceivedTime(timestamp(at.plusSeconds(1)))
            .build());
  }

  private static RouteStop stop(String stopId, StopKind kind, Place place) {
    return RouteStop.newBuilder()
        .setStop(
            Stop.newBuilder()
                .setStopId(stopId)
                .setKind(kind)
                .setLocation(
                    GeoPoint.newBuilder()
                        .setLatitudeDeg(place.latitudeDeg())
                        .setLongitudeDeg(place.longitudeDeg())))
        .build();
  }

  private EventEnvelope envelope(String id, Message data) {
    return new EventEnvelope(
        loadId + "/" + id, "/test", loadId, Records.MORNING, loadId, null, data);
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
