package com.northwind.dispatch.localstack.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Where a server listens and who may do everything there.
///
/// @param port port on 127.0.0.1
/// @param user the superuser
/// @param password the superuser's password
public record PostgresAddress(int port, String user, String password) {
  private static final int CONNECT_LIMIT_S = 2;

  /// The JDBC URL of a database of this server.
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /// Opens a connection to a database of this server.
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(database) + "?connectTimeout=" + CONNECT_LIMIT_S, user, password);
  }

  /// Whether the server answers a query now.
  public boolean serves() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      return false;
    }
  }

  /// Creates a database unless it exists. The name consists of letters, digits, `_` and `-`.
  public void createDatabase(String name) throws SQLException {
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(statement, name)) {
        statement.execute("create database \"%s\"".formatted(name));
      }
    }
  }

  /// Drops a database and ends the connections to it.
  public void dropDatabase(String name) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists \"%s\" with (force)".formatted(name));
    }
  }

  private static boolean exists(Statement statement, String name) throws SQLException {
    try (var rows =
        statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(name))) {
      return rows.next();
    }
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "PostgresAddress[port=%d, user=%s]".formatted(port, user);
  }
}
