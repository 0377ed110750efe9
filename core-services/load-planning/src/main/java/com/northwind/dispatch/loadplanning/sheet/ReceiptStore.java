package com.northwind.dispatch.loadplanning.sheet;

import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table `sheet`: versions and their receipts.
///
/// A tablet that has a version has everything older, so a receipt counts for the versions before it
/// too. Of several times for one step the earliest is kept: receipts may come in any order and more
/// than once.
public final class ReceiptStore {
  /// How many older versions a receipt is counted for: more than a tablet ever skips.
  private static final int LOOK_BACK = 200;

  /// One text for every step, so that many receipts travel together; `least` passes nulls over.
  private static final String RECEIVED =
      """
      update sheet
      set sent_at = least(sent_at, ?::timestamptz),
          on_device_at = least(on_device_at, ?::timestamptz),
          seen_at = least(seen_at, ?::timestamptz)
      where driver_id = ? and revision <= ? and revision > ?
        and (sent_at, on_device_at, seen_at) is distinct from
          (least(sent_at, ?::timestamptz), least(on_device_at, ?::timestamptz), least(seen_at, ?::timestamptz))
      """;

  private static final String NEWEST =
      """
      select revision, issued_at, load_ids, sent_at, on_device_at, seen_at
      from sheet
      where driver_id = ?
      order by revision desc
      limit ?
      """;
  private static final String OF_LOADS =
      """
      select e.load_id, s.revision, s.issued_at, s.load_ids, s.sent_at, s.on_device_at, s.seen_at
      from sheet_entry e
      join sheet s on s.driver_id = e.driver_id and s.revision = e.first_revision
      where e.load_id = any(?)
      """;
  private static final String WITHDRAWALS =
      """
      select w.load_id, w.driver_id, w.revision, s.on_device_at
      from withdrawal w
      join sheet s on s.driver_id = w.driver_id and s.revision = w.revision
      where w.load_id = any(?)
      """;
  private static final String STALLED =
      """
      select count(distinct driver_id) as drivers, min(issued_at) as oldest
      from sheet
      where on_device_at is null and issued_at < ?
      """;

  /// Drivers whose tablets lack a version, and since when the first of them does.
  record Stalled(int drivers, Duration longest) {}

  /// Notes that a version came this far; harmless when it is known.
  void received(
      Transaction transaction, DriverId driver, int revision, ReceiptStage stage, Instant at)
      throws SQLException {
    Instant sent = stage == ReceiptStage.RECEIPT_STAGE_SENT ? at : null;
    Instant onDevice = stage == ReceiptStage.RECEIPT_STAGE_ON_DEVICE ? at : null;
    Instant seen = stage == ReceiptStage.RECEIPT_STAGE_SEEN ? at : null;
    transaction
        .sql(RECEIVED)
        .with(sent, onDevice, seen)
        .with(driver.value(), revision, revision - LOOK_BACK)
        .with(sent, onDevice, seen)
        .later();
  }

  /// The newest versions of a driver's sheet, newest first.
  List<Receipts> newest(Transaction transaction, DriverId driver, int limit) throws SQLException {
    return transaction.sql(NEWEST).with(driver.value(), limit).list(ReceiptStore::read);
  }

  /// For each of these loads that is on a sheet: the first version that shows its present
  /// assignment.
  public Map<String, Receipts> ofLoads(Transaction transaction, List<String> loadIds)
      throws SQLException {
    Map<String, Receipts> receipts = new HashMap<>();
    transaction
        .sql(OF_LOADS)
        .with((Object) loadIds.toArray(String[]::new))
        .list(row -> receipts.put(row.getString("load_id"), read(row)));
    return receipts;
  }

  /// For each of these loads that was taken from a driver before it was done: the newest such
  /// withdrawal.
  public Map<String, Withdrawal> withdrawals(Transaction transaction, List<String> loadIds)
      throws SQLException {
    Map<String, Withdrawal> withdrawals = new HashMap<>();
    transaction
        .sql(WITHDRAWALS)
        .with((Object) loadIds.toArray(String[]::new))
        .list(
            row ->
                withdrawals.put(
                    row.getString("load_id"),
                    new Withdrawal(
                        row.getString("driver_id"),
                        row.getInt("revision"),
                        Columns.instantOrNull(row, "on_device_at"))));
    return withdrawals;
  }

  /// Who lacks a version that was made more than `patience` ago.
  Stalled stalled(Transaction transaction, Instant now, Duration patience) throws SQLException {
    return transaction
        .sql(STALLED)
        .with(now.minus(patience))
        .one(
            row -> {
              Instant oldest = Columns.instantOrNull(row, "oldest");
              return new Stalled(
                  row.getInt("drivers"),
                  oldest == null ? Duration.ZERO : Duration.between(oldest, now));
            });
  }

  private static Receipts read(ResultSet row) throws SQLException {
    return new Receipts(
        row.getInt("revision"),
        Columns.instant(row, "issued_at"),
        List.of(Columns.texts(row, "load_ids")),
        Columns.instantOrNull(row, "sent_at"),
        Columns.instantOrNull(row, "on_device_at"),
        Columns.instantOrNull(row, "seen_at"));
  }
}
