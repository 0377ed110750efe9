package com.northwind.dispatch.routing.itinerary;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.routing.travel.Place;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Stops between our words and the contract's.
final class StopMapping {
  private StopMapping() {}

  /// Why a stop of the contract is none of ours, in one sentence; null when it is.
  static @Nullable String problemOf(Stop stop) {
    String name = "Stop " + stop.getStopId();
    if (kindOf(stop) == null) {
      return name + " says neither pick-up nor delivery.";
    }
    if (!stop.hasLocation()) {
      return name + " has no position.";
    }
    GeoPoint location = stop.getLocation();
    if (!Place.isOnEarth(location.getLatitudeDeg(), location.getLongitudeDeg())) {
      return name + " lies at no place on earth.";
    }
    if (stop.hasWindowStartTime()
        && stop.hasWindowEndTime()
        && Timestamps.compare(stop.getWindowEndTime(), stop.getWindowStartTime()) < 0) {
      return name
          + " has a window that ends at "
          + instant(stop.getWindowEndTime())
          + ", before it starts at "
          + instant(stop.getWindowStartTime())
          + ".";
    }
    return null;
  }

  /// A stop that [#problemOf] finds nothing wrong with.
  static FreightStop fromContract(Stop stop) {
    FreightStop.Kind kind = kindOf(stop);
    if (kind == null) {
      throw new IllegalArgumentException("stop without a kind: " + stop.getStopId());
    }
    return new FreightStop(
        stop.getStopId(),
        kind,
        stop.getLocationName(),
        new Place(stop.getLocation().getLatitudeDeg(), stop.getLocation().getLongitudeDeg()),
        stop.hasWindowStartTime() ? instant(stop.getWindowStartTime()) : null,
        stop.hasWindowEndTime() ? instant(stop.getWindowEndTime()) : null,
        Duration.ofMinutes(Integer.toUnsignedLong(stop.getServiceMin())),
        stop.getConsignmentIdsList());
  }

  static Stop toContract(FreightStop stop) {
    Stop.Builder builder =
        Stop.newBuilder()
            .setStopId(stop.stopId())
            .setKind(
                switch (stop.kind()) {
                  case PICKUP -> StopKind.STOP_KIND_PICKUP;
                  case DELIVERY -> StopKind.STOP_KIND_DELIVERY;
                })
            .setLocationName(stop.locationName())
            .setLocation(
                GeoPoint.newBuilder()
                    .setLatitudeDeg(stop.place().latitudeDeg())
                    .setLongitudeDeg(stop.place().longitudeDeg()))
            .setServiceMin((int) stop.service().toMinutes())
            .addAllConsignmentIds(stop.consignmentIds());
    if (stop.windowStart() != null) {
      builder.setWindowStartTime(timestamp(stop.windowStart()));
    }
    if (stop.windowEnd() != null) {
      builder.setWindowEndTime(timestamp(stop.windowEnd()));
    }
    return builder.build();
  }

  static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  private static FreightStop.@Nullable Kind kindOf(Stop stop) {
    return switch (stop.getKind()) {
      case STOP_KIND_PICKUP -> FreightStop.Kind.PICKUP;
      case STOP_KIND_DELIVERY -> FreightStop.Kind.DELIVERY;
      case STOP_KIND_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }
}
