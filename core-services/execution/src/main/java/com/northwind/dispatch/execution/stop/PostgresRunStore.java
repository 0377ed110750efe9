package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.stop.Run.How;
import com.northwind.dispatch.execution.stop.Run.Standing;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `load_run`.
final class PostgresRunStore {
  private static final String FIND =
      """
      select load_id, closed_through, called_off, standing,
             assignment_no, sequence_no, driver_id, vehicle_id, since
      from load_run
      where load_id = any(?)
      order by load_id
      """;
  private static final String LOCK = FIND + "for update";
  private static final String SAVE =
      """
      insert into load_run
        (load_id, closed_through, called_off, standing,
         assignment_no, sequence_no, driver_id, vehicle_id, since)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (load_id) do update set
        closed_through = excluded.closed_through,
        called_off     = excluded.called_off,
        standing       = excluded.standing,
        assignment_no  = excluded.assignment_no,
        sequence_no    = excluded.sequence_no,
        driver_id      = excluded.driver_id,
        vehicle_id     = excluded.vehicle_id,
        since          = excluded.since
      """;

  /// A load's run, or nothing when nothing is known of the load.
  Optional<Run> find(Transaction transaction, LoadId load) throws SQLException {
    return transaction
        .sql(FIND)
        .with((Object) new String[] {load.value()})
        .first(PostgresRunStore::read);
  }

  /// A load's run; nobody else changes it until the transaction ends.
  Run lock(Transaction transaction, LoadId load) throws SQLException {
    return lock(transaction, List.of(load)).stream().findFirst().orElse(Run.unknown(load));
  }

  /// The known runs of loads, locked in the order of their ids.
  List<Run> lock(Transaction transaction, Collection<LoadId> loads) throws SQLException {
    return transaction
        .sql(LOCK)
        .with((Object) loads.stream().map(LoadId::value).toArray(String[]::new))
        .list(PostgresRunStore::read);
  }

  void save(Transaction transaction, Run run) throws SQLException {
    @Nullable Trip trip = run.trip().orElse(null);
    transaction
        .sql(SAVE)
        .with(
            run.load().value(),
            run.closedThrough(),
            run.calledOff(),
            nameOf(run.standing()),
            trip == null ? 0 : trip.assignmentNo(),
            trip == null ? 0 : trip.sequenceNo(),
            trip == null ? "" : trip.driverId(),
            trip == null ? "" : trip.vehicleId(),
            trip == null ? null : trip.since())
        .update();
  }

  private static Run read(ResultSet row) throws SQLException {
    return new Run(
        new LoadId(row.getString("load_id")),
        row.getInt("closed_through"),
        row.getBoolean("called_off"),
        standing(row));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String name = row.getString("standing");
    return switch (name) {
      case "NONE" -> new Standing.None();
      case "DRIVING" -> new Standing.Driving(trip(row));
      default -> new Standing.Ended(trip(row), How.valueOf(name));
    };
  }

  /// The trip in a row that has one.
  static Trip trip(ResultSet row) throws SQLException {
    return new Trip(
        row.getInt("assignment_no"),
        row.getInt("sequence_no"),
        row.getString("driver_id"),
        row.getString("vehicle_id"),
        Columns.instant(row, "since"));
  }

  private static String nameOf(Standing standing) {
    return switch (standing) {
      case Standing.None _ -> "NONE";
      case Standing.Driving _ -> "DRIVING";
      case Standing.Ended(Trip _, How how) -> how.name();
    };
  }
}
