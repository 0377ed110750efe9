package com.northwind.dispatch.localstack.testing;

import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import com.northwind.dispatch.localstack.postgres.PostgresAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// A database that nobody else uses, on a real server.
///
/// @param server the server it is on
/// @param name the database's name
public record TestDatabase(PostgresAddress server, String name) implements AutoCloseable {

  /// A new, empty database on the server that this JVM's tests share.
  public static TestDatabase fresh() {
    return on(LocalPostgres.shared());
  }

  /// A new, empty database on a server of your own, which you may stop and kill.
  public static TestDatabase on(LocalPostgres postgres) {
    TestDatabase database =
        new TestDatabase(
            postgres.address(), "test_" + UUID.randomUUID().toString().replace("-", ""));
    try {
      database.server.createDatabase(database.name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a test database", e);
    }
    return database;
  }

  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  public String user() {
    return server.user();
  }

  public String password() {
    return server.password();
  }

  /// Opens a connection of its own.
  public Connection connect() throws SQLException {
    return server.connect(name);
  }

  /// Drops the database and ends the connections to it.
  @Override
  public void close() {
    try {
      server.dropDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot drop the test database " + name, e);
    }
  }
}
