package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.localstack.postgres.PostgresAddress;
import com.northwind.dispatch.localstack.process.Await;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks into load planning's database: what was assigned, and which loads never arrived on their
/// driver's tablet.
final class DeliveryCheck {
  private static final Duration RECEIPTS_LIMIT = Duration.ofSeconds(20);
  private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);
  private static final String DATABASE = "load_planning";
  private static final String ASSIGNMENTS = "select coalesce(sum(assignment_no), 0) from load";
  private static final String RECEIPTS =
      "select count(*) from sheet where issued_at >= ? and on_device_at is not null";

  /// Loads on a driver's newest sheet that were on no sheet the tablet has confirmed. A newest
  /// sheet that only takes loads away may be on its way while the fleet is switched off.
  private static final String NOT_ON_DEVICE =
      """
      select newest.driver_id || ' load ' || on_sheet.load_id
      from (select distinct on (driver_id) driver_id, load_ids
            from sheet
            where issued_at >= ? and driver_id = any (?)
            order by driver_id, revision desc) newest
      cross join unnest(newest.load_ids) as on_sheet (load_id)
      where not exists (select 1
                        from sheet stored
                        where stored.driver_id = newest.driver_id
                          and stored.on_device_at is not null
                          and on_sheet.load_id = any (stored.load_ids))
      order by 1
      """;

  private final PostgresAddress server;
  private final List<String> driverIds;
  private final Instant since;
  private final long assignmentsBefore;

  private DeliveryCheck(
      PostgresAddress server, List<String> driverIds, Instant since, long assignmentsBefore) {
    this.server = server;
    this.driverIds = List.copyOf(driverIds);
    this.since = since;
    this.assignmentsBefore = assignmentsBefore;
  }

  /// What was found.
  ///
  /// @param assignments assignments made since the start
  /// @param receipts sheets of that time which the tablets have confirmed to be stored
  /// @param undelivered loads that no tablet has confirmed, each with its driver
  record Findings(long assignments, long receipts, List<String> undelivered) {
    Findings {
      undelivered = List.copyOf(undelivered);
    }
  }

  /// Notes where the database stands before the run.
  ///
  /// @param driverIds the drivers whose tablets are on
  static DeliveryCheck begin(PostgresAddress server, List<String> driverIds, Instant now)
      throws SQLException {
    try (Connection connection = server.connect(DATABASE);
        PreparedStatement assignments = connection.prepareStatement(ASSIGNMENTS)) {
      return new DeliveryCheck(server, driverIds, now, number(assignments));
    }
  }

  /// Looks after the run. Receipts may still be on their way for a moment; waits for them a while.
  Findings findings() throws SQLException {
    Await.until(DATABASE_LIMIT, server::serves);
    Await.until(RECEIPTS_LIMIT, this::allDelivered);
    return findingsAtOnce();
  }

  /// Looks without waiting for anything.
  Findings findingsAtOnce() throws SQLException {
    try (Connection connection = server.connect(DATABASE);
        PreparedStatement assignments = connection.prepareStatement(ASSIGNMENTS);
        PreparedStatement receipts = connection.prepareStatement(RECEIPTS)) {
      receipts.setTimestamp(1, Timestamp.from(since));
      return new Findings(
          number(assignments) - assignmentsBefore, number(receipts), undelivered(connection));
    }
  }

  private boolean allDelivered() {
    try (Connection connection = server.connect(DATABASE)) {
      return undelivered(connection).isEmpty();
    } catch (SQLException e) {
      return false;
    }
  }

  private List<String> undelivered(Connection connection) throws SQLException {
    Array drivers = connection.createArrayOf("text", driverIds.toArray());
    try (PreparedStatement statement = connection.prepareStatement(NOT_ON_DEVICE)) {
      statement.setTimestamp(1, Timestamp.from(since));
      statement.setArray(2, drivers);
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } finally {
      drivers.free();
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
