package com.northwind.dispatch.servicekit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/// The connections to one PostgreSQL. Thread-safe.
///
/// The server may be away at any time, also at the start: a caller then gets its error within
/// [#WAIT_FOR_CONNECTION], and connections come back by themselves once the server does. No
/// statement waits for a lock longer than [#LOCK_TIMEOUT]. Commits are durable when they return:
/// nothing here touches `synchronous_commit`.
public final class Database implements AutoCloseable {
  /// How long a caller waits for a connection: long enough to sit out a server that is killed and
  /// comes straight back.
  public static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);

  /// How long a statement waits for a row that another transaction holds.
  public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(15);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration PROBE_INTERVAL = Duration.ofSeconds(1);

  private final DatabaseSettings settings;
  private final HikariDataSource pool;
  private final AtomicBoolean reachable = new AtomicBoolean();
  private final Thread probe;

  private Database(DatabaseSettings settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
    this.probe = Thread.ofVirtual().name("database-probe").unstarted(this::probe);
  }

  /// Opens the pool; the server need not be there yet.
  public static Database open(DatabaseSettings settings, MeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setDataSourceProperties(driverProperties());
    config.setMaximumPoolSize(settings.connections());
    config.setAutoCommit(false);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setValidationTimeout(1_000);
    config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    Database database = new Database(settings, new HikariDataSource(config));
    database.probe.start();
    return database;
  }

  /// A connection of the pool, not in auto-commit mode. Most callers want [Transactions].
  public Connection connection() throws SQLException {
    return pool.getConnection();
  }

  /// A connection of its own, outside the pool, in auto-commit mode; the caller closes it. For work
  /// that holds a connection for as long as the process lives.
  public Connection dedicatedConnection() throws SQLException {
    Properties properties = driverProperties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    return DriverManager.getConnection(settings.url(), properties);
  }

  /// Whether the server answered when it was last asked, at most a second or so ago.
  public boolean reachable() {
    return reachable.get();
  }

  @Override
  public void close() {
    probe.interrupt();
    pool.close();
  }

  private void probe() {
    try {
      while (!pool.isClosed()) {
        reachable.set(answers());
        Thread.sleep(PROBE_INTERVAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid((int) PROBE_INTERVAL.toSeconds());
    } catch (SQLException e) {
      return false;
    }
  }

  private static Properties driverProperties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "northwind");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "3");
    properties.setProperty("prepareThreshold", "2");
    properties.setProperty("socketTimeout", Long.toString(SOCKET_TIMEOUT.toSeconds()));
    properties.setProperty(
        "options",
        "-c lock_timeout="
            + LOCK_TIMEOUT.toMillis()
            + " -c statement_timeout="
            + STATEMENT_TIMEOUT.toMillis()
            + " -c idle_in_transaction_session_timeout="
            + IDLE_IN_TRANSACTION.toMillis());
    return properties;
  }
}
