package com.northwind.dispatch.servicekit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends statements to the server with as few round trips as their results allow.
///
/// A write whose result nobody needs waits in here. It goes with the next statement that has a
/// result, or with the commit, in the order in which it was given. On a busy machine each round
/// trip costs a turn of both processes at the scheduler, which is worth far more than the statement
/// itself.
final class Pipeline {
  /// How many statements travel in one text; texts are cached, so there should not be too many
  /// kinds.
  private static final int MAX_TOGETHER = 12;

  /// SQLSTATE of a connection that failed.
  private static final String CONNECTION_FAILURE = "08006";

  private final Connection connection;
  private final List<Call> waiting = new ArrayList<>();

  /// A statement and its parameters.
  record Call(String text, List<@Nullable Object> parameters) {}

  /// Reads what the last statement came to.
  interface Outcome<T> {
    T read(PreparedStatement statement) throws SQLException;
  }

  Pipeline(Connection connection) {
    this.connection = connection;
  }

  /// Leaves a write to go with the next statement.
  void add(Call call) throws SQLException {
    waiting.add(call);
    if (waiting.size() >= MAX_TOGETHER && !allAlike()) {
      flush();
    }
  }

  /// Sends the writes that wait.
  void flush() throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    if (allAlike()) {
      sendBatch();
    } else {
      Call last = waiting.removeLast();
      send(last, statement -> true);
    }
  }

  /// Sends the writes that wait and this statement, and reads what it came to.
  <T> T send(Call call, Outcome<T> outcome) throws SQLException {
    if (waiting.size() > 1 && allAlike()) {
      sendBatch();
    }
    List<Call> calls = new ArrayList<>(waiting);
    waiting.clear();
    calls.add(call);
    String text = String.join(";\n", calls.stream().map(Call::text).toList());
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      int index = 1;
      for (Call one : calls) {
        index = bind(statement, index, one.parameters());
      }
      statement.execute();
      for (int skipped = 1; skipped < calls.size(); skipped++) {
        statement.getMoreResults();
      }
      return outcome.read(statement);
    }
  }

  private void sendBatch() throws SQLException {
    List<Call> calls = new ArrayList<>(waiting);
    waiting.clear();
    try (PreparedStatement statement = connection.prepareStatement(calls.getFirst().text())) {
      for (Call call : calls) {
        bind(statement, 1, call.parameters());
        statement.addBatch();
      }
      executeBatch(statement);
    }
  }

  /// Where assertions are on, as in tests, the driver asserts that a connection is open after a
  /// batch (`BatchResultHandler.isAutoCommit`) and so hides that it was cut in the middle.
  private void executeBatch(PreparedStatement statement) throws SQLException {
    try {
      statement.executeBatch();
    } catch (AssertionError e) {
      if (connection.isValid(1)) {
        throw e;
      }
      throw new SQLNonTransientConnectionException(
          "the connection was cut during a batch", CONNECTION_FAILURE, e);
    }
  }

  private boolean allAlike() {
    String text = waiting.isEmpty() ? "" : waiting.getFirst().text();
    return waiting.stream().allMatch(call -> call.text().equals(text));
  }

  /// The rows of the last statement.
  static <T> List<T> rows(PreparedStatement statement, Statement.RowReader<T> reader)
      throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  /// PostgreSQL has no NUL in its texts; an event from elsewhere may.
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  private int bind(PreparedStatement statement, int from, List<@Nullable Object> parameters)
      throws SQLException {
    int index = from;
    for (Object value : parameters) {
      switch (value) {
        case null -> statement.setObject(index, null);
        case String text -> statement.setString(index, storable(text));
        case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        case byte[] bytes -> statement.setBytes(index, bytes);
        case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
        case Long[] longs -> statement.setArray(index, connection.createArrayOf("bigint", longs));
        default -> statement.setObject(index, value);
      }
      index++;
    }
    return index;
  }
}
