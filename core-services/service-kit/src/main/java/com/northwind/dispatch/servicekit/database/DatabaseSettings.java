package com.northwind.dispatch.servicekit.database;

import com.northwind.dispatch.processkit.config.Settings;

/// Where a service's database is and how many connections it may hold.
///
/// @param url JDBC URL, `jdbc:postgresql://host:port/database`
/// @param user role that owns the service's tables
/// @param password the role's password, never printed
/// @param connections size of the pool; on a small server a few serve better than many
public record DatabaseSettings(String url, String user, String password, int connections) {
  private static final int MAX_CONNECTIONS = 100;
  private static final int DEFAULT_CONNECTIONS = 8;

  /// Reads `NORTHWIND_DATABASE_URL`, `_USER`, `_PASSWORD` and `_CONNECTIONS`.
  public static DatabaseSettings from(Settings settings, String defaultUrl) {
    return new DatabaseSettings(
        settings.text("DATABASE_URL", defaultUrl),
        settings.text("DATABASE_USER", "northwind"),
        settings.secret("DATABASE_PASSWORD", ""),
        settings.integer("DATABASE_CONNECTIONS", DEFAULT_CONNECTIONS, 2, MAX_CONNECTIONS));
  }

  /// Without the password.
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + ", connections=" + connections + "]";
  }
}
