package com.northwind.dispatch.servicekit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One SQL statement and its parameters, in the order of their `?`.
public final class Statement {

  /// Reads the row a result stands on.
  public interface RowReader<T> {
    /// Reads one row; must not move the result.
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final String text;
  private final List<@Nullable Object> parameters = new ArrayList<>();

  Statement(Connection connection, String text) {
    this.connection = connection;
    this.text = text;
  }

  /// A statement on a connection that is not part of a [Transaction].
  public static Statement on(Connection connection, String text) {
    return new Statement(connection, text);
  }

  /// Adds parameters: texts, numbers, booleans, bytes, instants, arrays of texts or longs, nulls.
  public Statement with(@Nullable Object... values) {
    for (Object value : values) {
      parameters.add(value);
    }
    return this;
  }

  /// Runs it and returns how many rows it touched.
  public int update() throws SQLException {
    try (PreparedStatement statement = prepare()) {
      return statement.executeUpdate();
    }
  }

  /// Runs it and returns its rows.
  public <T> List<T> list(RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = prepare();
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  /// Runs it and returns its first row, if there is one.
  public <T> Optional<T> first(RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = prepare();
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  /// Runs it and returns its only row.
  ///
  /// @throws IllegalStateException when it has none
  public <T> T one(RowReader<T> reader) throws SQLException {
    return first(reader).orElseThrow(() -> new IllegalStateException("no row from: " + text));
  }

  private PreparedStatement prepare() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    try {
      for (int i = 0; i < parameters.size(); i++) {
        bind(statement, i + 1, parameters.get(i));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case byte[] bytes -> statement.setBytes(index, bytes);
      case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
      case Long[] longs -> statement.setArray(index, connection.createArrayOf("bigint", longs));
      default -> statement.setObject(index, value);
    }
  }
}
