package com.northwind.dispatch.loadplanning.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place a load visits.
///
/// @param stopId unique in its load
/// @param kind what is done there
/// @param locationName the place as the driver knows it
/// @param latitudeDeg degrees north, -90 to 90
/// @param longitudeDeg degrees east, -180 to 180
/// @param windowStart earliest start of service, UTC, or null when open
/// @param windowEnd latest arrival, UTC, or null when open
/// @param serviceMin how long loading or unloading takes, minutes
/// @param consignmentIds what is picked up or delivered here
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stop(
    String stopId,
    StopKind kind,
    String locationName,
    double latitudeDeg,
    double longitudeDeg,
    @Nullable Instant windowStart,
    @Nullable Instant windowEnd,
    int serviceMin,
    List<String> consignmentIds) {

  public Stop {
    consignmentIds = List.copyOf(consignmentIds);
  }
}
