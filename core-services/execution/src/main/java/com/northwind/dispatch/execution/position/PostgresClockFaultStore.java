package com.northwind.dispatch.execution.position;

import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The table `clock_fault`.
final class PostgresClockFaultStore {
  private static final String SAVE =
      """
      insert into clock_fault (device_id, vehicle_id, reason, claimed_time, received_time)
      values (?, ?, ?, ?, ?)
      on conflict (device_id) do update set
        vehicle_id    = excluded.vehicle_id,
        reason        = excluded.reason,
        claimed_time  = excluded.claimed_time,
        received_time = excluded.received_time
      where excluded.received_time > clock_fault.received_time
      """;
  private static final String LIST =
      """
      select device_id, vehicle_id, reason, claimed_time, received_time
      from clock_fault
      order by received_time desc, device_id
      limit ?
      """;
  private static final String OF_VEHICLE =
      """
      select device_id, vehicle_id, reason, claimed_time, received_time
      from clock_fault
      where vehicle_id = ?
      order by received_time desc
      limit 1
      """;

  /// Saves a fault, unless a newer one of the device is known.
  void save(Transaction transaction, ClockFault fault) throws SQLException {
    transaction
        .sql(SAVE)
        .with(
            fault.deviceId(),
            fault.vehicleId(),
            fault.reason().name(),
            fault.claimedTime(),
            fault.receivedTime())
        .update();
  }

  /// The newest faults, the newest first.
  List<ClockFault> newest(Transaction transaction, int limit) throws SQLException {
    return transaction.sql(LIST).with(limit).list(PostgresClockFaultStore::read);
  }

  /// The newest fault of the devices in a vehicle.
  Optional<ClockFault> ofVehicle(Transaction transaction, String vehicleId) throws SQLException {
    return transaction.sql(OF_VEHICLE).with(vehicleId).first(PostgresClockFaultStore::read);
  }

  private static ClockFault read(ResultSet row) throws SQLException {
    return new ClockFault(
        row.getString("device_id"),
        row.getString("vehicle_id"),
        ClockFault.Reason.valueOf(row.getString("reason")),
        Columns.instant(row, "claimed_time"),
        Columns.instant(row, "received_time"));
  }
}
