package com.northwind.dispatch.servicekit.audit;

import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.util.List;

/// The table `audit`.
public final class Audit {
  private static final String INSERT =
      """
      insert into audit (subject, at, actor, what, why, cause) values (?, ?, ?, ?, ?, ?)
      """;
  private static final String READ =
      """
      select subject, at, actor, what, why, cause
      from audit
      where subject = ?
      order by id
      limit ?
      """;

  /// Adds a line to the transaction.
  public void append(Transaction transaction, AuditEntry entry) throws SQLException {
    transaction
        .sql(INSERT)
        .with(entry.subject(), entry.at(), entry.actor(), entry.what(), entry.why(), entry.cause())
        .later();
  }

  /// The first lines about a subject, oldest first.
  public List<AuditEntry> of(Transaction transaction, String subject, int limit)
      throws SQLException {
    return transaction
        .sql(READ)
        .with(subject, limit)
        .list(
            row ->
                new AuditEntry(
                    row.getString("subject"),
                    Columns.instant(row, "at"),
                    row.getString("actor"),
                    row.getString("what"),
                    Columns.textOrNull(row, "why"),
                    row.getString("cause")));
  }
}
