package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Box;
import com.northwind.dispatch.execution.position.Place;
import com.northwind.dispatch.processkit.http.Json;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table `run_stop`.
final class PostgresRunStopStore {
  private static final String COLUMNS =
      """
      s.load_id, s.assignment_no, s.stop_id, s.place_no, s.kind, s.location_name,
      s.latitude_deg, s.longitude_deg, s.planned_arrival, s.planned_departure,
      s.presence, s.presence_since, s.presence_slow, s.presence_latitude_deg,
      s.presence_longitude_deg, s.arrived_at, s.completed_at, s.departed_at
      """;
  private static final String PLAN =
      """
      insert into run_stop
        (load_id, assignment_no, stop_id, place_no, kind, location_name,
         latitude_deg, longitude_deg, planned_arrival, planned_departure,
         presence, presence_slow)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'AWAY', false)
      on conflict (load_id, assignment_no, stop_id) do update set
        place_no          = excluded.place_no,
        kind              = excluded.kind,
        location_name     = excluded.location_name,
        latitude_deg      = excluded.latitude_deg,
        longitude_deg     = excluded.longitude_deg,
        planned_arrival   = excluded.planned_arrival,
        planned_departure = excluded.planned_departure
      """;
  private static final String FORGET =
      """
      delete from run_stop
      where load_id = ? and assignment_no = ? and not stop_id = any(?)
      """;
  private static final String OF_TRIP =
      "select "
          + COLUMNS
          + """
          from run_stop s
          where s.load_id = ? and s.assignment_no = ?
          order by s.place_no
          """;
  private static final String VEHICLES_AT_STOPS =
      """
      select distinct r.vehicle_id
      from jsonb_to_recordset(?::jsonb) as box
        ("vehicleId" text, "southDeg" double precision, "northDeg" double precision,
         "westDeg" double precision, "eastDeg" double precision)
      join load_run r on r.standing = 'DRIVING' and r.vehicle_id = box."vehicleId"
      join run_stop s on s.load_id = r.load_id and s.assignment_no = r.assignment_no
      where s.presence in ('ENTERING', 'THERE', 'LEAVING')
         or (s.presence = 'AWAY'
             and s.departed_at is null
             and s.latitude_deg between box."southDeg" and box."northDeg"
             and s.longitude_deg between box."westDeg" and box."eastDeg")
      """;
  private static final String OF_VEHICLES =
      "select r.sequence_no, r.driver_id, r.vehicle_id, r.since, "
          + COLUMNS
          + """
          from load_run r
          join run_stop s on s.load_id = r.load_id and s.assignment_no = r.assignment_no
          where r.standing = 'DRIVING' and r.vehicle_id = any(?)
          order by r.load_id, s.place_no
          """;
  private static final String SAVE_PRESENCE =
      """
      update run_stop set
        presence = ?, presence_since = ?, presence_slow = ?,
        presence_latitude_deg = ?, presence_longitude_deg = ?
      where load_id = ? and assignment_no = ? and stop_id = ?
      """;
  private static final String SAVE_STEP =
      """
      update run_stop set
        arrived_at   = case when ? = 'ARRIVED' then ? else arrived_at end,
        completed_at = case when ? = 'COMPLETED' then ? else completed_at end,
        departed_at  = case when ? = 'DEPARTED' then ? else departed_at end
      where load_id = ? and assignment_no = ? and stop_id = ?
      """;

  /// Makes a trip have these stops; what has happened at stops it had before is kept.
  void plan(Transaction transaction, LoadId load, int assignmentNo, List<PlannedStop> stops)
      throws SQLException {
    transaction
        .sql(FORGET)
        .with(
            load.value(),
            assignmentNo,
            stops.stream().map(PlannedStop::stopId).toArray(String[]::new))
        .update();
    for (PlannedStop stop : stops) {
      transaction
          .sql(PLAN)
          .with(
              load.value(),
              assignmentNo,
              stop.stopId(),
              stop.placeNo(),
              stop.kind().name(),
              stop.locationName(),
              stop.place().latitudeDeg(),
              stop.place().longitudeDeg(),
              stop.plannedArrival(),
              stop.plannedDeparture())
          .update();
    }
  }

  /// The stops of a trip in the planned order.
  List<RunStop> ofTrip(Transaction transaction, LoadId load, int assignmentNo) throws SQLException {
    return transaction
        .sql(OF_TRIP)
        .with(load.value(), assignmentNo)
        .list(PostgresRunStopStore::read);
  }

  /// A row of [#VEHICLES_AT_STOPS]'s parameter; its names are those in the statement.
  private record BoxRow(
      String vehicleId, double southDeg, double northDeg, double westDeg, double eastDeg) {}

  /// Which vehicles are at a stop they are to visit, or have one of theirs in their box. Nothing is
  /// locked.
  Set<String> vehiclesAtStops(Transaction transaction, Map<String, Box> boxes) throws SQLException {
    List<BoxRow> rows =
        boxes.entrySet().stream()
            .map(
                vehicle -> {
                  Box box = vehicle.getValue();
                  return new BoxRow(
                      vehicle.getKey(),
                      box.southDeg(),
                      box.northDeg(),
                      box.westDeg(),
                      box.eastDeg());
                })
            .toList();
    return Set.copyOf(
        transaction
            .sql(VEHICLES_AT_STOPS)
            .with(new String(Json.write(rows), StandardCharsets.UTF_8))
            .list(row -> row.getString("vehicle_id")));
  }

  /// The trips these vehicles are to drive, with their stops. Nothing is locked.
  List<CurrentTrips.Open> ofVehicles(Transaction transaction, Collection<String> vehicleIds)
      throws SQLException {
    Map<LoadId, CurrentTrips.Open> trips = new LinkedHashMap<>();
    transaction
        .sql(OF_VEHICLES)
        .with((Object) vehicleIds.toArray(String[]::new))
        .list(
            row -> {
              RunStop stop = read(row);
              CurrentTrips.Open one =
                  new CurrentTrips.Open(stop.load(), PostgresRunStore.trip(row), List.of(stop));
              return trips.merge(stop.load(), one, CurrentTrips.Open::joined);
            });
    return List.copyOf(trips.values());
  }

  void savePresence(Transaction transaction, RunStop stop) throws SQLException {
    PresenceRow row = PresenceRow.of(stop.presence());
    transaction
        .sql(SAVE_PRESENCE)
        .with(row.name(), row.since(), row.slow(), row.latitudeDeg(), row.longitudeDeg())
        .with(stop.load().value(), stop.assignmentNo(), stop.planned().stopId())
        .update();
  }

  /// Notes the first evidence of a step.
  void saveStep(Transaction transaction, RunStop stop, Evidence evidence) throws SQLException {
    String step = evidence.step().name();
    transaction
        .sql(SAVE_STEP)
        .with(step, evidence.at(), step, evidence.at(), step, evidence.at())
        .with(stop.load().value(), stop.assignmentNo(), stop.planned().stopId())
        .update();
  }

  private static RunStop read(ResultSet row) throws SQLException {
    return new RunStop(
        new LoadId(row.getString("load_id")),
        row.getInt("assignment_no"),
        new PlannedStop(
            row.getString("stop_id"),
            row.getInt("place_no"),
            PlannedStop.Kind.valueOf(row.getString("kind")),
            row.getString("location_name"),
            new Place(row.getDouble("latitude_deg"), row.getDouble("longitude_deg")),
            Columns.instantOrNull(row, "planned_arrival"),
            Columns.instantOrNull(row, "planned_departure")),
        PresenceRow.read(row),
        Columns.instantOrNull(row, "arrived_at"),
        Columns.instantOrNull(row, "completed_at"),
        Columns.instantOrNull(row, "departed_at"));
  }
}
