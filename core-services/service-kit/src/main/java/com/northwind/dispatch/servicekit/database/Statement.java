package com.northwind.dispatch.servicekit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  private final Pipeline pipeline;
  private final String text;
  private final List<@Nullable Object> parameters = new ArrayList<>();

  Statement(Pipeline pipeline, String text) {
    this.pipeline = pipeline;
    this.text = text;
  }

  /// A statement on a connection that is not part of a [Transaction].
  public static Statement on(Connection connection, String text) {
    return new Statement(new Pipeline(connection), text);
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
    return pipeline.send(call(), PreparedStatement::getUpdateCount);
  }

  /// Runs it together with the transaction's next statement, or just before the commit: for writes
  /// whose result nobody needs. Its failure is the failure of whatever it went with.
  public void later() throws SQLException {
    pipeline.add(call());
  }

  /// Runs it and returns its rows.
  public <T> List<T> list(RowReader<T> reader) throws SQLException {
    return pipeline.send(call(), statement -> Pipeline.rows(statement, reader));
  }

  /// Runs it and returns its first row, if there is one.
  public <T> Optional<T> first(RowReader<T> reader) throws SQLException {
    return list(reader).stream().findFirst();
  }

  /// Runs it and returns its only row.
  ///
  /// @throws IllegalStateException when it has none
  public <T> T one(RowReader<T> reader) throws SQLException {
    return first(reader).orElseThrow(() -> new IllegalStateException("no row from: " + text));
  }

  /// Text blocks end with a line break, which a text of several statements has no use for.
  private Pipeline.Call call() {
    return new Pipeline.Call(text.strip(), parameters);
  }
}
