package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Place;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table `stop_progress`.
final class PostgresProgressStore {
  private static final String INSERT =
      """
      insert into stop_progress
        (load_id, assignment_no, stop_id, step, source, at, claimed_at,
         latitude_deg, longitude_deg, published, cause)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (load_id, assignment_no, stop_id, step, source) do nothing
      """;
  private static final String OF_TRIP =
      """
      select stop_id, step, source, at, claimed_at, latitude_deg, longitude_deg, cause
      from stop_progress
      where load_id = ? and assignment_no = ?
      order by at, source
      """;

  /// Adds evidence; false when its source has said so before.
  boolean add(Transaction transaction, RunStop stop, Evidence evidence, boolean published)
      throws SQLException {
    @Nullable Place place = evidence.place();
    return transaction
            .sql(INSERT)
            .with(stop.load().value(), stop.assignmentNo(), stop.planned().stopId())
            .with(evidence.step().name(), evidence.source().name())
            .with(evidence.at(), evidence.claimedAt())
            .with(
                place == null ? null : place.latitudeDeg(),
                place == null ? null : place.longitudeDeg())
            .with(published, evidence.cause())
            .update()
        == 1;
  }

  /// All evidence about a trip by stop, the earliest first.
  Map<String, List<Evidence>> ofTrip(Transaction transaction, LoadId load, int assignmentNo)
      throws SQLException {
    Map<String, List<Evidence>> byStop = new HashMap<>();
    transaction
        .sql(OF_TRIP)
        .with(load.value(), assignmentNo)
        .list(
            row ->
                byStop
                    .computeIfAbsent(row.getString("stop_id"), stop -> new ArrayList<>())
                    .add(read(row)));
    return byStop;
  }

  private static Evidence read(ResultSet row) throws SQLException {
    @Nullable Double latitudeDeg = row.getObject("latitude_deg", Double.class);
    @Nullable Double longitudeDeg = row.getObject("longitude_deg", Double.class);
    return new Evidence(
        Step.valueOf(row.getString("step")),
        Source.valueOf(row.getString("source")),
        Columns.instant(row, "at"),
        Columns.instantOrNull(row, "claimed_at"),
        latitudeDeg == null || longitudeDeg == null ? null : new Place(latitudeDeg, longitudeDeg),
        row.getString("cause"),
        null);
  }
}
