package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Box;
import com.northwind.dispatch.execution.position.Fix;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds arrivals and departures in the fixes of vehicles.
///
/// One query asks for all vehicles of a batch which of them are at a stop, or have one in the box
/// around their fixes; for most batches the answer is nobody, and that was all. Only the trips of
/// those few are fetched, and only the ones that a fix can change are locked and looked at closely.
final class Geofencing {
  private final PostgresRunStore runs;
  private final PostgresRunStopStore stops;
  private final ProgressLedger ledger;

  Geofencing(PostgresRunStore runs, PostgresRunStopStore stops, ProgressLedger ledger) {
    this.runs = runs;
    this.stops = stops;
    this.ledger = ledger;
  }

  /// Follows vehicles along fixes that are later than all before.
  ///
  /// @param fixes by vehicle, in the order of their time
  void follow(Transaction transaction, Map<String, List<Fix>> fixes) throws SQLException {
    Collection<LoadId> concerned = concerned(transaction, fixes);
    if (concerned.isEmpty()) {
      return;
    }
    for (Run run : runs.lock(transaction, concerned)) {
      if (run.standing() instanceof Run.Standing.Driving(Trip trip)
          && fixes.containsKey(trip.vehicleId())) {
        for (RunStop stop : stops.ofTrip(transaction, run.load(), trip.assignmentNo())) {
          follow(transaction, trip, stop, fixes.getOrDefault(trip.vehicleId(), List.of()));
        }
      }
    }
  }

  /// The loads with a stop that one of the fixes may change, in the order of their ids.
  private Collection<LoadId> concerned(Transaction transaction, Map<String, List<Fix>> fixes)
      throws SQLException {
    Map<String, Box> boxes = new HashMap<>();
    fixes.forEach((vehicleId, track) -> boxes.put(vehicleId, box(track)));
    Collection<String> atStops = stops.vehiclesAtStops(transaction, boxes);
    if (atStops.isEmpty()) {
      return List.of();
    }
    Map<String, List<CurrentTrips.Open>> trips = new HashMap<>();
    for (CurrentTrips.Open trip : stops.ofVehicles(transaction, atStops)) {
      trips.computeIfAbsent(trip.trip().vehicleId(), vehicle -> new ArrayList<>()).add(trip);
    }
    Collection<LoadId> loads = new TreeSet<>();
    for (Map.Entry<String, List<CurrentTrips.Open>> vehicle : trips.entrySet()) {
      List<Fix> track = fixes.getOrDefault(vehicle.getKey(), List.of());
      for (CurrentTrips.Open trip : CurrentTrips.of(vehicle.getValue())) {
        if (trip.stops().stream().anyMatch(stop -> mayChange(stop, track))) {
          loads.add(trip.load());
        }
      }
    }
    return loads;
  }

  private static Box box(List<Fix> track) {
    return Box.around(track.stream().map(Fix::place).toList(), GeofenceRule.ARRIVAL_RADIUS_M);
  }

  private static boolean mayChange(RunStop stop, List<Fix> track) {
    if (!stop.isWatched()) {
      return false;
    }
    return !(stop.presence() instanceof Presence.Away)
        || track.stream()
            .anyMatch(
                fix ->
                    stop.planned()
                        .place()
                        .isPerhapsWithin(GeofenceRule.ARRIVAL_RADIUS_M, fix.place()));
  }

  private void follow(Transaction transaction, Trip trip, RunStop before, List<Fix> track)
      throws SQLException {
    RunStop stop = before;
    for (Fix fix : track) {
      if (!stop.isWatched() || fix.fixTime().isBefore(trip.since())) {
        continue;
      }
      GeofenceRule.Seen seen = GeofenceRule.see(stop.presence(), stop.planned().place(), fix);
      if (seen.crossing().isPresent()) {
        ledger.record(transaction, trip, stop, evidence(seen.crossing().get(), fix));
      }
      stop = stop.with(seen.next());
    }
    if (!stop.presence().equals(before.presence())) {
      stops.savePresence(transaction, stop);
    }
  }

  private static Evidence evidence(GeofenceRule.Crossing crossing, Fix fix) {
    return new Evidence(
        crossing.step(), Source.GEOFENCE, crossing.at(), null, crossing.where(), fix.cause(), null);
  }
}
