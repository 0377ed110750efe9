package com.northwind.dispatch.execution.stop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which of a vehicle's trips it is on now. Pure.
///
/// A driver may have tomorrow's load on the sheet, from the very yard where today's ends: a vehicle
/// is on the trips it has begun and not finished; when there is none, on the oldest it has not
/// begun.
final class CurrentTrips {
  private CurrentTrips() {}

  /// A trip that is on, with its stops.
  record Open(LoadId load, Trip trip, List<RunStop> stops) {
    Open {
      stops = List.copyOf(stops);
    }

    /// This trip with the other's stops too.
    Open joined(Open other) {
      List<RunStop> all = new ArrayList<>(stops);
      all.addAll(other.stops);
      return new Open(load, trip, all);
    }

    private boolean isBegun() {
      return stops.stream().anyMatch(RunStop::isTouched);
    }

    private boolean isFinished() {
      return stops.stream().allMatch(stop -> stop.departedAt() != null);
    }

    private boolean isSeenSomewhere() {
      return stops.stream()
          .anyMatch(stop -> stop.isWatched() && !(stop.presence() instanceof Presence.Away));
    }
  }

  /// The trips of one vehicle that the geofence watches.
  static List<Open> of(List<Open> trips) {
    List<Open> current = new ArrayList<>();
    boolean underWay = false;
    for (Open trip : trips) {
      boolean begunAndOpen = trip.isBegun() && !trip.isFinished();
      underWay |= begunAndOpen;
      if (begunAndOpen || trip.isSeenSomewhere()) {
        current.add(trip);
      }
    }
    if (!underWay) {
      trips.stream()
          .filter(trip -> !trip.isBegun())
          .min(Comparator.comparing((Open trip) -> trip.trip().since()).thenComparing(Open::load))
          .ifPresent(current::add);
    }
    return current;
  }
}
