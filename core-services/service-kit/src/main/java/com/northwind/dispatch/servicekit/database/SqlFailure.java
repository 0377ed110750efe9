package com.northwind.dispatch.servicekit.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// What kind of failure an [SQLException] is, and so who may do what about it.
public enum SqlFailure {
  /// The server rolled the transaction back in favour of another: run it again at once.
  CONFLICT,
  /// Another transaction held a row for too long, or the server is short of something: run it again
  /// later.
  BUSY,
  /// The server is away, or went away: run it again once it is back.
  UNREACHABLE,
  /// A unique key is taken.
  DUPLICATE,
  /// The statement or its data is at fault: running it again does not help.
  DEFECT;

  /// The kind of a failure, by its SQLSTATE.
  public static SqlFailure of(SQLException failure) {
    if (failure instanceof SQLTransientConnectionException) {
      return UNREACHABLE;
    }
    String state = failure.getSQLState();
    if (state == null || state.length() != 5) {
      return failure.getCause() instanceof SQLException cause ? of(cause) : DEFECT;
    }
    return switch (state) {
      case "40001", "40P01" -> CONFLICT;
      case "55P03", "57014", "25P03", "25P04" -> BUSY;
      case "57P01", "57P02", "57P03", "57P05" -> UNREACHABLE;
      case "23505" -> DUPLICATE;
      default -> ofClass(state.substring(0, 2));
    };
  }

  /// Whether the same work can succeed when it is done again later.
  public boolean passes() {
    return this == CONFLICT || this == BUSY || this == UNREACHABLE;
  }

  private static SqlFailure ofClass(String stateClass) {
    return switch (stateClass) {
      case "08" -> UNREACHABLE;
      case "53" -> BUSY;
      default -> DEFECT;
    };
  }
}
