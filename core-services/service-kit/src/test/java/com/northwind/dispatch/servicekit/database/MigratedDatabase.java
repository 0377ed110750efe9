package com.northwind.dispatch.servicekit.database;

import com.northwind.dispatch.localstack.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/// A real database with a service's tables, for tests.
public final class MigratedDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final DatabaseSettings settings;
  private final Database database;
  private final Transactions transactions;

  private MigratedDatabase(DatabaseSettings settings) {
    this.settings = settings;
    this.database = Database.open(settings, meters);
    this.transactions = new Transactions(database, meters);
  }

  /// Migrates a test database to the common tables and those in `location`.
  public static MigratedDatabase in(TestDatabase database, String location) {
    DatabaseSettings settings =
        new DatabaseSettings(database.jdbcUrl(), database.user(), database.password(), CONNECTIONS);
    new Migrations(settings, location).run();
    return new MigratedDatabase(settings);
  }

  /// Migrates a test database to the common tables only.
  public static MigratedDatabase in(TestDatabase database) {
    return in(database, "classpath:northwind/migrations/common");
  }

  public DatabaseSettings settings() {
    return settings;
  }

  public Database database() {
    return database;
  }

  public Transactions transactions() {
    return transactions;
  }

  public MeterRegistry meters() {
    return meters;
  }

  @Override
  public void close() {
    database.close();
  }
}
