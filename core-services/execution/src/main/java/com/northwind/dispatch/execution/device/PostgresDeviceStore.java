package com.northwind.dispatch.execution.device;

import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table `device`.
final class PostgresDeviceStore {
  /// "device" in ASCII: one change of the registry at a time, so that its events keep their order.
  private static final long LOCK_KEY = 0x646576696365L;

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(?)
      """;
  private static final String PAGE =
      """
      select device_id, kind, protocol, imei, vehicle_id, status, revision
      from device
      where device_id > ?
      order by device_id
      limit ?
      """;
  private static final String BY_ID =
      """
      select device_id, kind, protocol, imei, vehicle_id, status, revision
      from device
      where device_id = any(?)
      """;
  private static final String BY_IMEI =
      """
      select device_id, kind, protocol, imei, vehicle_id, status, revision
      from device
      where imei = any(?)
      """;
  private static final String SAVE =
      """
      insert into device (device_id, kind, protocol, imei, vehicle_id, status, revision)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (device_id) do update set
        kind       = excluded.kind,
        protocol   = excluded.protocol,
        imei       = excluded.imei,
        vehicle_id = excluded.vehicle_id,
        status     = excluded.status,
        revision   = excluded.revision
      """;

  /// A device and how often it was changed, from 1.
  record Stored(Device device, int revision) {}

  /// Makes the transaction the only one that changes the registry.
  void lockAll(Transaction transaction) throws SQLException {
    transaction.sql(LOCK).with(LOCK_KEY).one(row -> true);
  }

  /// Devices in the order of their ids, those after `after`.
  List<Device> page(Transaction transaction, String after, int limit) throws SQLException {
    return transaction.sql(PAGE).with(after, limit).list(row -> read(row).device());
  }

  /// The known ones of these devices, by id.
  Map<String, Stored> byId(Transaction transaction, Collection<String> ids) throws SQLException {
    return index(transaction, BY_ID, ids);
  }

  /// The devices that have one of these IMEIs, by id.
  Map<String, Stored> byImei(Transaction transaction, Collection<String> imeis)
      throws SQLException {
    return index(transaction, BY_IMEI, imeis);
  }

  void save(Transaction transaction, Stored stored) throws SQLException {
    Device device = stored.device();
    transaction
        .sql(SAVE)
        .with(
            device.deviceId(),
            device.kind().name(),
            device.protocol(),
            device.imei(),
            device.vehicleId(),
            device.status().name(),
            stored.revision())
        .update();
  }

  private static Map<String, Stored> index(
      Transaction transaction, String sql, Collection<String> values) throws SQLException {
    Map<String, Stored> found = new HashMap<>();
    transaction
        .sql(sql)
        .with((Object) values.toArray(String[]::new))
        .list(PostgresDeviceStore::read)
        .forEach(stored -> found.put(stored.device().deviceId(), stored));
    return found;
  }

  private static Stored read(ResultSet row) throws SQLException {
    return new Stored(
        new Device(
            row.getString("device_id"),
            DeviceKind.valueOf(row.getString("kind")),
            Columns.textOrNull(row, "protocol"),
            Columns.textOrNull(row, "imei"),
            Columns.textOrNull(row, "vehicle_id"),
            DeviceStatus.valueOf(row.getString("status"))),
        row.getInt("revision"));
  }
}
