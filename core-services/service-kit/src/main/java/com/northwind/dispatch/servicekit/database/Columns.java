package com.northwind.dispatch.servicekit.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Reads columns that [ResultSet] has no getter for.
public final class Columns {
  private Columns() {}

  /// A `timestamptz` that is never null.
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Instant instant = instantOrNull(row, column);
    if (instant == null) {
      throw new SQLException("column " + column + " is null");
    }
    return instant;
  }

  /// A `timestamptz`, or null when the column is.
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// A text, or null when the column is.
  public static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  /// A `text[]` that is never null.
  public static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}
