package com.northwind.dispatch.servicekit.database;

import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.Set;

/// One transaction in progress. Belongs to the thread that runs it, and ends when its work returns.
public final class Transaction {
  private final Connection connection;
  private final Set<Runnable> afterCommit = new LinkedHashSet<>();

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /// The connection; it must be neither committed nor closed.
  public Connection connection() {
    return connection;
  }

  /// One statement of this transaction.
  ///
  /// @param text SQL with a `?` for each parameter
  public Statement sql(String text) {
    return new Statement(connection, text);
  }

  /// Has something called once this transaction is committed; the same thing twice counts once. It
  /// must not block nor throw, and is not called when the transaction fails.
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
