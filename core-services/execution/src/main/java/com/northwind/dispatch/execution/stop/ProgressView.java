package com.northwind.dispatch.execution.stop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A load's progress as the REST API shows it: the newest assignment's.
///
/// @param status DRIVING, COMPLETED, REVOKED or WITHDRAWN
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressView(
    String loadId,
    String status,
    int assignmentNo,
    int sequenceNo,
    String driverId,
    String vehicleId,
    List<StopView> stops) {

  /// A stop, in the planned order.
  ///
  /// @param arrivedAt first evidence, the one that was published; absent while there is none
  /// @param presence what the geofence sees: AWAY, ENTERING, THERE, LEAVING or LEFT
  /// @param evidence everything that says something about the stop, the earliest first
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StopView(
      String stopId,
      String kind,
      String locationName,
      double latitudeDeg,
      double longitudeDeg,
      @Nullable Instant plannedArrival,
      @Nullable Instant plannedDeparture,
      @Nullable Instant arrivedAt,
      @Nullable Instant completedAt,
      @Nullable Instant departedAt,
      String presence,
      List<EvidenceView> evidence) {}

  /// @param step ARRIVED, COMPLETED or DEPARTED
  /// @param source GEOFENCE or DRIVER
  /// @param claimedAt what the device said instead of `at`, when that could not be
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EvidenceView(
      String step,
      String source,
      Instant at,
      @Nullable Instant claimedAt,
      @Nullable Double latitudeDeg,
      @Nullable Double longitudeDeg) {}

  static ProgressView of(Run run, List<RunStop> stops, Map<String, List<Evidence>> evidence) {
    Trip trip = run.trip().orElseThrow();
    return new ProgressView(
        run.load().value(),
        run.standing() instanceof Run.Standing.Ended(Trip _, Run.How how) ? how.name() : "DRIVING",
        trip.assignmentNo(),
        trip.sequenceNo(),
        trip.driverId(),
        trip.vehicleId(),
        stops.stream()
            .map(stop -> view(stop, evidence.getOrDefault(stop.planned().stopId(), List.of())))
            .toList());
  }

  private static StopView view(RunStop stop, List<Evidence> evidence) {
    PlannedStop planned = stop.planned();
    return new StopView(
        planned.stopId(),
        planned.kind().name(),
        planned.locationName(),
        planned.place().latitudeDeg(),
        planned.place().longitudeDeg(),
        planned.plannedArrival(),
        planned.plannedDeparture(),
        stop.arrivedAt(),
        stop.completedAt(),
        stop.departedAt(),
        PresenceRow.of(stop.presence()).name(),
        evidence.stream().map(ProgressView::view).toList());
  }

  private static EvidenceView view(Evidence evidence) {
    @Nullable Place place = evidence.place();
    return new EvidenceView(
        evidence.step().name(),
        evidence.source().name(),
        evidence.at(),
        evidence.claimedAt(),
        place == null ? null : place.latitudeDeg(),
        place == null ? null : place.longitudeDeg());
  }
}
