package com.northwind.dispatch.servicekit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/// One transaction in progress. Belongs to the thread that runs it, and ends when its work returns.
public final class Transaction {
  private final Pipeline pipeline;
  private final Set<Runnable> afterCommit = new LinkedHashSet<>();

  Transaction(Connection connection) {
    this.pipeline = new Pipeline(connection);
  }

  /// One statement of this transaction.
  ///
  /// @param text SQL with a `?` for each parameter
  public Statement sql(String text) {
    return new Statement(pipeline, text);
  }

  /// Has something called once this transaction is committed; the same thing twice counts once. It
  /// must not block nor throw, and is not called when the transaction fails.
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /// Sends the writes that wait.
  void flush() throws SQLException {
    pipeline.flush();
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
