package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Place;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table `pending_report`: reports that wait for their route.
final class PostgresPendingReportStore {
  private static final String INSERT =
      """
      insert into pending_report
        (action_id, load_id, driver_id, stop_id, step, at, claimed_at,
         latitude_deg, longitude_deg, traceparent, parked_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (action_id) do nothing
      """;
  private static final String TAKE =
      """
      with taken as (
        delete from pending_report where load_id = ? and driver_id = ?
        returning action_id, load_id, driver_id, stop_id, step, at, claimed_at,
                  latitude_deg, longitude_deg, traceparent
      )
      select * from taken order by at, action_id
      """;
  private static final String PRUNE =
      """
      delete from pending_report where parked_at < ?
      """;

  void park(Transaction transaction, DriverReport report, Instant now) throws SQLException {
    Evidence evidence = report.evidence();
    @Nullable Place place = evidence.place();
    transaction
        .sql(INSERT)
        .with(report.actionId(), report.load().value(), report.driverId(), report.stopId())
        .with(evidence.step().name(), evidence.at(), evidence.claimedAt())
        .with(
            place == null ? null : place.latitudeDeg(), place == null ? null : place.longitudeDeg())
        .with(evidence.traceparent(), now)
        .update();
  }

  /// Takes out what a driver reported about a load, the earliest first.
  List<DriverReport> take(Transaction transaction, LoadId load, String driverId)
      throws SQLException {
    return transaction
        .sql(TAKE)
        .with(load.value(), driverId)
        .list(PostgresPendingReportStore::read);
  }

  /// Forgets what was parked before an instant.
  int prune(Transaction transaction, Instant before) throws SQLException {
    return transaction.sql(PRUNE).with(before).update();
  }

  private static DriverReport read(ResultSet row) throws SQLException {
    @Nullable Double latitudeDeg = row.getObject("latitude_deg", Double.class);
    @Nullable Double longitudeDeg = row.getObject("longitude_deg", Double.class);
    return new DriverReport(
        row.getString("action_id"),
        new LoadId(row.getString("load_id")),
        row.getString("driver_id"),
        row.getString("stop_id"),
        new Evidence(
            Step.valueOf(row.getString("step")),
            Source.DRIVER,
            Columns.instant(row, "at"),
            Columns.instantOrNull(row, "claimed_at"),
            latitudeDeg == null || longitudeDeg == null
                ? null
                : new Place(latitudeDeg, longitudeDeg),
            row.getString("action_id"),
            Columns.textOrNull(row, "traceparent")));
  }
}
