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
      returning exists (
        select 1 from route_decision later where later.load_id = ? and later.sequence_no > ?) as overtaken
      """;
  private static final String TOMBSTONE =
      """
      insert into route_decision (load_id, sequence_no, kind, assignment_no, applied_at)
      values (?, ?, 'TOMBSTONE', ?, ?)
      on conflict (load_id, sequence_no) do nothing
      """;

  /// What is known of a decision that arrives.
  enum Known {
    /// Nothing, nor of a later one.
    NEW,
    /// Nothing, but a later one is known.
    OVERTAKEN,
    /// It was here before, or was revoked before it came.
    BEFORE
  }

  /// Notes a decision and says what was known of it. A second transaction with the same decision
  /// waits for the first to end.
  Known note(
      Transaction transaction,
      LoadId load,
      int sequenceNo,
      DecisionKind kind,
      int assignmentNo,
      Instant now)
      throws SQLException {
    return transaction
        .sql(INSERT)
        .with(load.value(), sequenceNo, kind.name(), assignmentNo, now, load.value(), sequenceNo)
        .first(row -> row.getBoolean("overtaken") ? Known.OVERTAKEN : Known.NEW)
        .orElse(Known.BEFORE);
  }

  /// Notes that a decision is revoked, whether it has arrived or not.
  void tombstone(
      Transaction transaction, LoadId load, int sequenceNo, int assignmentNo, Instant now)
      throws SQLException {
    transaction.sql(TOMBSTONE).with(load.value(), sequenceNo, assignmentNo, now).later();
  }
}
