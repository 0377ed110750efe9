package com.northwind.dispatch.loadplanning.load;

import com.northwind.dispatch.processkit.http.Json;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Statement;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The table `load`.
public final class LoadStore {
  private static final String COLUMNS =
      """
      load_id, reference, stops, status, assignment_no, driver_id, tractor_id, trailer_id, assigned_at,
      assigned_by, route_sequence_no, accepted_at, started_at, last_left_at, reached_stops, left_stops,
      note, closed_at, updated_at
      """;
  private static final String INSERT =
      """
      insert into load (load_id, reference, stops, status, assignment_no, reached_stops, left_stops, updated_at)
      values (?, ?, ?::jsonb, ?, 0, '{}', '{}', ?)
      on conflict (load_id) do nothing
      """;
  private static final String LOCK =
      """
      select %s from load where load_id = ? for update
      """
          .formatted(COLUMNS);
  private static final String FIND =
      """
      select %s from load where load_id = ?
      """
          .formatted(COLUMNS);
  private static final String LIST =
      """
      select %s from load
      where (?::text is null or status = ?)
        and (?::text is null or driver_id = ?)
        and load_id > ?
      order by load_id
      limit ?
      """
          .formatted(COLUMNS);
  private static final String UPDATE =
      """
      update load
      set status = ?, assignment_no = ?, driver_id = ?, tractor_id = ?, trailer_id = ?, assigned_at = ?,
          assigned_by = ?, route_sequence_no = ?, accepted_at = ?, started_at = ?, last_left_at = ?,
          reached_stops = ?, left_stops = ?, note = ?, closed_at = ?, updated_at = ?
      where load_id = ?
      """;

  /// Adds a load; returns whether its id was free.
  public boolean insert(Transaction transaction, Load load, Instant now) throws SQLException {
    Freight freight = load.freight();
    return transaction
            .sql(INSERT)
            .with(
                freight.load().value(),
                freight.reference(),
                new String(Json.write(freight.stops()), StandardCharsets.UTF_8),
                load.status().name(),
                now)
            .update()
        == 1;
  }

  /// The load, held until the transaction ends.
  public Optional<Load> lock(Transaction transaction, LoadId id) throws SQLException {
    return transaction.sql(LOCK).with(id.value()).first(row -> read(row).load());
  }

  /// The load.
  public Optional<LoadRow> find(Transaction transaction, LoadId id) throws SQLException {
    return transaction.sql(FIND).with(id.value()).first(LoadStore::read);
  }

  /// Loads in the order of their ids.
  ///
  /// @param status only these, or null for all
  /// @param driver only those the driver has or had last, or null for all
  /// @param after only those with a higher id; empty for all
  public List<LoadRow> list(
      Transaction transaction,
      @Nullable LoadStatus status,
      @Nullable DriverId driver,
      String after,
      int limit)
      throws SQLException {
    String statusName = status == null ? null : status.name();
    String driverId = driver == null ? null : driver.value();
    return transaction
        .sql(LIST)
        .with(statusName, statusName, driverId, driverId, after, limit)
        .list(LoadStore::read);
  }

  /// Writes the load's new state.
  public void save(Transaction transaction, Load load, Instant now) throws SQLException {
    Statement update = transaction.sql(UPDATE).with(load.status().name(), load.assignmentNo());
    switch (load) {
      case Load.Available available -> bind(update, null, Progress.NONE, available.note(), null);
      case Load.Held held -> bind(update, held.assignment(), held.progress(), null, null);
      case Load.Completed completed ->
          bind(update, completed.assignment(), completed.progress(), null, completed.completedAt());
      case Load.Cancelled cancelled ->
          bind(update, null, Progress.NONE, cancelled.reason(), cancelled.cancelledAt());
    }
    update.with(now, load.freight().load().value()).later();
  }

  private static void bind(
      Statement update,
      @Nullable Assignment assignment,
      Progress progress,
      @Nullable String note,
      @Nullable Instant closedAt) {
    if (assignment == null) {
      update.with(null, null, null, null, null);
    } else {
      update.with(
          assignment.driver().value(),
          assignment.tractor().value(),
          assignment.trailerId(),
          assignment.assignedAt(),
          assignment.assignedBy());
    }
    update
        .with(
            progress.routeSequenceNo(),
            progress.acceptedAt(),
            progress.startedAt(),
            progress.lastLeftAt())
        .with((Object) sorted(progress.reachedStops()))
        .with((Object) sorted(progress.leftStops()))
        .with(note, closedAt);
  }

  private static String[] sorted(Set<String> stops) {
    return new TreeSet<>(stops).toArray(String[]::new);
  }

  private static LoadRow read(ResultSet row) throws SQLException {
    return new LoadRow(readLoad(row), Columns.instant(row, "updated_at"));
  }

  private static Load readLoad(ResultSet row) throws SQLException {
    byte[] stops = row.getString("stops").getBytes(StandardCharsets.UTF_8);
    Freight freight =
        new Freight(
            new LoadId(row.getString("load_id")),
            row.getString("reference"),
            List.of(Json.read(stops, Stop[].class)));
    int assignmentNo = row.getInt("assignment_no");
    return switch (LoadStatus.valueOf(row.getString("status"))) {
      case AVAILABLE -> new Load.Available(freight, assignmentNo, Columns.textOrNull(row, "note"));
      case PLANNED, DISPATCHED, ACCEPTED, IN_PROGRESS ->
          new Load.Held(freight, assignment(row, assignmentNo), progress(row));
      case COMPLETED ->
          new Load.Completed(
              freight,
              assignment(row, assignmentNo),
              progress(row),
              Columns.instant(row, "closed_at"));
      case CANCELLED ->
          new Load.Cancelled(
              freight, assignmentNo, row.getString("note"), Columns.instant(row, "closed_at"));
    };
  }

  private static Assignment assignment(ResultSet row, int no) throws SQLException {
    return new Assignment(
        no,
        new DriverId(row.getString("driver_id")),
        new TractorId(row.getString("tractor_id")),
        Columns.textOrNull(row, "trailer_id"),
        Columns.instant(row, "assigned_at"),
        row.getString("assigned_by"));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    int sequenceNo = row.getInt("route_sequence_no");
    Integer routeSequenceNo = row.wasNull() ? null : sequenceNo;
    return new Progress(
        routeSequenceNo,
        Columns.instantOrNull(row, "accepted_at"),
        Columns.instantOrNull(row, "started_at"),
        Columns.instantOrNull(row, "last_left_at"),
        Set.of(Columns.texts(row, "reached_stops")),
        Set.of(Columns.texts(row, "left_stops")));
  }
}
