package com.northwind.dispatch.execution.stop;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.execution.v1.ProgressSource;
import com.northwind.dispatch.contracts.execution.v1.StopArrived;
import com.northwind.dispatch.contracts.execution.v1.StopCompleted;
import com.northwind.dispatch.contracts.execution.v1.StopDeparted;
import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Progress in the words of the contract `northwind.execution.v1`.
final class StopEventMapping {
  private StopEventMapping() {}

  static Message toContract(Trip trip, RunStop stop, Evidence evidence) {
    return switch (evidence.step()) {
      case ARRIVED -> arrived(trip, stop, evidence);
      case DEPARTED -> departed(trip, stop, evidence);
      case COMPLETED ->
          StopCompleted.newBuilder()
              .setLoadId(stop.load().value())
              .setAssignmentNo(stop.assignmentNo())
              .setStopId(stop.planned().stopId())
              .setDriverId(trip.driverId())
              .setCompletedTime(timestamp(evidence.at()))
              .build();
    };
  }

  private static Message arrived(Trip trip, RunStop stop, Evidence evidence) {
    StopArrived.Builder event =
        StopArrived.newBuilder()
            .setLoadId(stop.load().value())
            .setAssignmentNo(stop.assignmentNo())
            .setStopId(stop.planned().stopId())
            .setDriverId(trip.driverId())
            .setVehicleId(trip.vehicleId())
            .setArrivedTime(timestamp(evidence.at()))
            .setSource(source(evidence.source()));
    @Nullable Place place = evidence.place();
    return place == null ? event.build() : event.setPosition(point(place)).build();
  }

  private static Message departed(Trip trip, RunStop stop, Evidence evidence) {
    StopDeparted.Builder event =
        StopDeparted.newBuilder()
            .setLoadId(stop.load().value())
            .setAssignmentNo(stop.assignmentNo())
            .setStopId(stop.planned().stopId())
            .setDriverId(trip.driverId())
            .setVehicleId(trip.vehicleId())
            .setDepartedTime(timestamp(evidence.at()))
            .setSource(source(evidence.source()));
    @Nullable Place place = evidence.place();
    return place == null ? event.build() : event.setPosition(point(place)).build();
  }

  private static ProgressSource source(Source source) {
    return switch (source) {
      case GEOFENCE -> ProgressSource.PROGRESS_SOURCE_GEOFENCE;
      case DRIVER -> ProgressSource.PROGRESS_SOURCE_DRIVER;
    };
  }

  private static GeoPoint point(Place place) {
    return GeoPoint.newBuilder()
        .setLatitudeDeg(place.latitudeDeg())
        .setLongitudeDeg(place.longitudeDeg())
        .build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
