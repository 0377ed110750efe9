package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.routing.itinerary.LoadRoute.Standing;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The table `load_route`.
final class PostgresLoadRouteStore {
  private static final String FIND =
      """
      select load_id, last_sequence_no, closed_through, called_off,
             standing, assignment_no, sequence_no, revoked_by
      from load_route
      where load_id = ?
      """;
  private static final String LOCK = FIND + "for update";
  private static final String SAVE =
      """
      insert into load_route
        (load_id, last_sequence_no, closed_through, called_off,
         standing, assignment_no, sequence_no, revoked_by)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (load_id) do update set
        last_sequence_no = excluded.last_sequence_no,
        closed_through   = excluded.closed_through,
        called_off       = excluded.called_off,
        standing         = excluded.standing,
        assignment_no    = excluded.assignment_no,
        sequence_no      = excluded.sequence_no,
        revoked_by       = excluded.revoked_by
      """;

  /// The load's route, or nothing when routing never heard of the load.
  Optional<LoadRoute> find(Transaction transaction, LoadId load) throws SQLException {
    return transaction.sql(FIND).with(load.value()).first(PostgresLoadRouteStore::read);
  }

  /// The same, and nobody else changes it until the transaction ends.
  Optional<LoadRoute> lock(Transaction transaction, LoadId load) throws SQLException {
    return transaction.sql(LOCK).with(load.value()).first(PostgresLoadRouteStore::read);
  }

  void save(Transaction transaction, LoadRoute route) throws SQLException {
    Standing standing = route.standing();
    transaction
        .sql(SAVE)
        .with(
            route.load().value(),
            route.lastSequenceNo(),
            route.closedThrough(),
            route.calledOff(),
            nameOf(standing),
            standing.assignmentNo(),
            sequenceNoOf(standing),
            standing instanceof Standing.Revoked revoked ? revoked.revokedBySequenceNo() : 0)
        .update();
  }

  private static LoadRoute read(ResultSet row) throws SQLException {
    int assignmentNo = row.getInt("assignment_no");
    int sequenceNo = row.getInt("sequence_no");
    String name = row.getString("standing");
    Standing standing =
        switch (name) {
          case "UNROUTED" -> new Standing.Unrouted();
          case "LIVE" -> new Standing.Live(assignmentNo, sequenceNo);
          case "REVOKED" ->
              new Standing.Revoked(assignmentNo, sequenceNo, row.getInt("revoked_by"));
          case "INFEASIBLE" -> new Standing.Infeasible(assignmentNo, sequenceNo);
          case "DRIVEN" -> new Standing.Driven(assignmentNo, sequenceNo);
          default -> throw new SQLException("load_route.standing is " + name);
        };
    return new LoadRoute(
        new LoadId(row.getString("load_id")),
        row.getInt("last_sequence_no"),
        row.getInt("closed_through"),
        row.getBoolean("called_off"),
        standing);
  }

  private static String nameOf(Standing standing) {
    return switch (standing) {
      case Standing.Unrouted _ -> "UNROUTED";
      case Standing.Live _ -> "LIVE";
      case Standing.Revoked _ -> "REVOKED";
      case Standing.Infeasible _ -> "INFEASIBLE";
      case Standing.Driven _ -> "DRIVEN";
    };
  }

  private static int sequenceNoOf(Standing standing) {
    return switch (standing) {
      case Standing.Unrouted _ -> 0;
      case Standing.Live live -> live.sequenceNo();
      case Standing.Revoked revoked -> revoked.sequenceNo();
      case Standing.Infeasible infeasible -> infeasible.sequenceNo();
      case Standing.Driven driven -> driven.sequenceNo();
    };
  }
}
