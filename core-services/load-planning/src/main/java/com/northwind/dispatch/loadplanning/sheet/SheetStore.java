package com.northwind.dispatch.loadplanning.sheet;

import com.google.protobuf.InvalidProtocolBufferException;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is on the drivers' sheets, and which versions there were.
public final class SheetStore {
  private static final String NEXT_REVISION =
      """
      update driver set sheet_revision = sheet_revision + 1 where driver_id = ?
      returning sheet_revision
      """;
  private static final String PUT =
      """
      insert into sheet_entry (load_id, driver_id, assignment_no, first_revision, started, starts_at, entry)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (load_id) do update
      set driver_id = excluded.driver_id,
          first_revision = case when sheet_entry.assignment_no = excluded.assignment_no
            then sheet_entry.first_revision else excluded.first_revision end,
          assignment_no = excluded.assignment_no,
          started = excluded.started,
          starts_at = excluded.starts_at,
          entry = excluded.entry
      """;
  private static final String MARK_STARTED =
      """
      update sheet_entry set started = true where load_id = ? and not started
      """;
  private static final String REMOVE =
      """
      delete from sheet_entry where load_id = ?
      """;
  private static final String WITHDRAWN =
      """
      insert into withdrawal (load_id, driver_id, revision) values (?, ?, ?)
      on conflict (load_id) do update set driver_id = excluded.driver_id, revision = excluded.revision
      """;
  private static final String ENTRIES =
      """
      select entry from sheet_entry where driver_id = ?
      order by started desc, starts_at, load_id
      """;
  private static final String FIRST_REVISION =
      """
      select first_revision from sheet_entry where load_id = ?
      """;
  private static final String ISSUED =
      """
      insert into sheet (driver_id, revision, issued_at, load_ids) values (?, ?, ?, ?)
      """;

  /// Takes the number of the driver's next version; the driver's row is held until the transaction
  /// ends.
  int nextRevision(Transaction transaction, DriverId driver) throws SQLException {
    return transaction
        .sql(NEXT_REVISION)
        .with(driver.value())
        .one(row -> row.getInt("sheet_revision"));
  }

  void put(
      Transaction transaction,
      DriverId driver,
      RouteSheetLoad entry,
      int revision,
      boolean started,
      Instant startsAt)
      throws SQLException {
    transaction
        .sql(PUT)
        .with(
            entry.getLoadId(),
            driver.value(),
            entry.getAssignmentNo(),
            revision,
            started,
            startsAt,
            entry.toByteArray())
        .later();
  }

  void markStarted(Transaction transaction, LoadId load) throws SQLException {
    transaction.sql(MARK_STARTED).with(load.value()).later();
  }

  void remove(Transaction transaction, LoadId load) throws SQLException {
    transaction.sql(REMOVE).with(load.value()).later();
  }

  void withdrawn(Transaction transaction, LoadId load, DriverId driver, int revision)
      throws SQLException {
    transaction.sql(WITHDRAWN).with(load.value(), driver.value(), revision).later();
  }

  /// The loads on a driver's sheet, in the order they are to be driven.
  List<RouteSheetLoad> entries(Transaction transaction, DriverId driver) throws SQLException {
    return transaction.sql(ENTRIES).with(driver.value()).list(row -> parse(row.getBytes("entry")));
  }

  /// The first version of its driver's sheet that shows the load as it is assigned now, or nothing
  /// when no sheet shows it.
  public Optional<Integer> firstRevision(Transaction transaction, LoadId load) throws SQLException {
    return transaction
        .sql(FIRST_REVISION)
        .with(load.value())
        .first(row -> row.getInt("first_revision"));
  }

  void issued(
      Transaction transaction,
      DriverId driver,
      int revision,
      Instant at,
      List<RouteSheetLoad> loads)
      throws SQLException {
    String[] loadIds = loads.stream().map(RouteSheetLoad::getLoadId).toArray(String[]::new);
    transaction.sql(ISSUED).with(driver.value(), revision, at).with((Object) loadIds).later();
  }

  private static RouteSheetLoad parse(byte[] entry) throws SQLException {
    try {
      return RouteSheetLoad.parseFrom(entry);
    } catch (InvalidProtocolBufferException e) {
      throw new SQLException("table sheet_entry holds an unreadable entry", e);
    }
  }
}
