package com.northwind.dispatch.execution.position;

import com.northwind.dispatch.processkit.http.Json;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `vehicle_position`.
final class PostgresPositionStore {
  private static final String LOCK =
      """
      select vehicle_id, fix_time
      from vehicle_position
      where vehicle_id = any(?)
      order by vehicle_id
      for update
      """;
  private static final String SAVE =
      """
      insert into vehicle_position
        (vehicle_id, device_id, fix_time, received_time, latitude_deg, longitude_deg,
         speed_kph, heading_deg, odometer_km, ignition, backlog)
      select "vehicleId", "deviceId", "fixTime", "receivedTime", "latitudeDeg", "longitudeDeg",
             "speedKph", "headingDeg", "odometerKm", ignition, backlog
      from jsonb_to_recordset(?::jsonb) as fix
        ("vehicleId" text, "deviceId" text, "fixTime" timestamptz, "receivedTime" timestamptz,
         "latitudeDeg" double precision, "longitudeDeg" double precision,
         "speedKph" double precision, "headingDeg" double precision,
         "odometerKm" double precision, ignition boolean, backlog boolean)
      order by "vehicleId"
      on conflict (vehicle_id) do update set
        device_id     = excluded.device_id,
        fix_time      = excluded.fix_time,
        received_time = excluded.received_time,
        latitude_deg  = excluded.latitude_deg,
        longitude_deg = excluded.longitude_deg,
        speed_kph     = excluded.speed_kph,
        heading_deg   = excluded.heading_deg,
        odometer_km   = excluded.odometer_km,
        ignition      = excluded.ignition,
        backlog       = excluded.backlog
      where excluded.fix_time > vehicle_position.fix_time
      """;
  private static final String FIND =
      """
      select vehicle_id, device_id, fix_time, received_time, latitude_deg, longitude_deg,
             speed_kph, heading_deg, odometer_km, ignition, backlog
      from vehicle_position
      where vehicle_id = ?
      """;

  /// A row, as it is written; its names are those in [#SAVE].
  private record Row(
      String vehicleId,
      String deviceId,
      Instant fixTime,
      Instant receivedTime,
      double latitudeDeg,
      double longitudeDeg,
      @Nullable Double speedKph,
      @Nullable Double headingDeg,
      @Nullable Double odometerKm,
      @Nullable Boolean ignition,
      boolean backlog) {
    static Row of(Fix fix) {
      return new Row(
          fix.vehicleId(),
          fix.deviceId(),
          fix.fixTime(),
          fix.receivedTime(),
          fix.place().latitudeDeg(),
          fix.place().longitudeDeg(),
          fix.speedKph(),
          fix.headingDeg(),
          fix.odometerKm(),
          fix.ignition(),
          fix.backlog());
    }
  }

  /// Time of the last known fix of each of these vehicles that has one; nobody else changes them
  /// until the transaction ends.
  Map<String, Instant> lockFixTimes(Transaction transaction, Collection<String> vehicleIds)
      throws SQLException {
    Map<String, Instant> times = new HashMap<>();
    transaction
        .sql(LOCK)
        .with((Object) vehicleIds.toArray(String[]::new))
        .list(row -> times.put(row.getString("vehicle_id"), Columns.instant(row, "fix_time")));
    return times;
  }

  /// Saves fixes, one of each vehicle, in one statement; an earlier one never takes the place of a
  /// later.
  void save(Transaction transaction, Collection<Fix> fixes) throws SQLException {
    List<Row> rows = fixes.stream().map(Row::of).toList();
    transaction.sql(SAVE).with(new String(Json.write(rows), StandardCharsets.UTF_8)).update();
  }

  /// Where a vehicle was last seen.
  Optional<Fix> find(Transaction transaction, String vehicleId) throws SQLException {
    return transaction.sql(FIND).with(vehicleId).first(PostgresPositionStore::read);
  }

  private static Fix read(ResultSet row) throws SQLException {
    return new Fix(
        row.getString("vehicle_id"),
        row.getString("device_id"),
        Columns.instant(row, "fix_time"),
        Columns.instant(row, "received_time"),
        new Place(row.getDouble("latitude_deg"), row.getDouble("longitude_deg")),
        row.getObject("speed_kph", Double.class),
        row.getObject("heading_deg", Double.class),
        row.getObject("odometer_km", Double.class),
        row.getObject("ignition", Boolean.class),
        row.getBoolean("backlog"),
        "");
  }
}
