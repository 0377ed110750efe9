package com.northwind.dispatch.loadplanning.route;

import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;

/// The table `route_decision`: which routing decisions are known.
final class RouteDecisionStore {
  private static final String INSERT =
      """
      insert into route_decision (load_id, sequence_no, kind, assignment_no, applied_at)
      values (?, ?, ?, ?, ?)
      on conflict (load_id, sequence_no) do nothing
      """;
  private static final String LATER =
      """
      select exists (select 1 from route_decision where load_id = ? and sequence_no > ?) as later
      """;

  /// Notes a decision; returns whether it was not known. A second transaction with the same
  /// decision waits for the first to end.
  boolean first(
      Transaction transaction,
      LoadId load,
      int sequenceNo,
      DecisionKind kind,
      int assignmentNo,
      Instant now)
      throws SQLException {
    return transaction
            .sql(INSERT)
            .with(load.value(), sequenceNo, kind.name(), assignmentNo, now)
            .update()
        == 1;
  }

  /// Whether a later decision about the load is known.
  boolean hasLater(Transaction transaction, LoadId load, int sequenceNo) throws SQLException {
    return transaction
        .sql(LATER)
        .with(load.value(), sequenceNo)
        .one(row -> row.getBoolean("later"));
  }
}
