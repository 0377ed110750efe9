package com.northwind.dispatch.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import com.northwind.dispatch.localstack.postgres.PostgresAddress;
import com.northwind.dispatch.localstack.process.WorkDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On a database with the columns of load planning's that the check reads.
class DeliveryCheckTest {
  private static final Path DIRECTORY = WorkDirectory.create("delivery-check");
  private static final LocalPostgres SERVER = LocalPostgres.start(DIRECTORY);
  private static final PostgresAddress ADDRESS = SERVER.address();
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final String BEFORE = "'2026-11-22T11:00:00Z'";
  private static final String DURING = "'2026-11-22T12:00:30Z'";

  @BeforeAll
  static void createTables() throws SQLException {
    ADDRESS.createDatabase("load_planning");
    execute("create table load (load_id text primary key, assignment_no integer not null)");
    execute(
        """
        create table sheet (
          driver_id text not null, revision integer not null, issued_at timestamptz not null,
          load_ids text[] not null, on_device_at timestamptz, primary key (driver_id, revision))
        """);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    WorkDirectory.deleteQuietly(DIRECTORY);
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("truncate load, sheet");
  }

  @Test
  void onlyAssignmentsSinceTheStartCount() throws SQLException {
    execute("insert into load values ('L-old', 3)");
    DeliveryCheck check = begin();
    execute("insert into load values ('L-1', 1), ('L-2', 2)");
    execute("update load set assignment_no = 4 where load_id = 'L-old'");

    assertEquals(4, check.findings().assignments());
  }

  @Test
  void receiptsAreCountedFromTheStart() throws SQLException {
    DeliveryCheck check = begin();
    sheet("D-0001", 1, BEFORE, "{L-0}", BEFORE);
    sheet("D-0001", 2, DURING, "{L-1}", DURING);
    sheet("D-0002", 1, DURING, "{L-2}", DURING);

    assertEquals(new DeliveryCheck.Findings(0, 2, List.of()), check.findings());
  }

  @Test
  void aLaterSheetOnTheDeviceCoversAnEarlierOneThatWasSkipped() throws SQLException {
    DeliveryCheck check = begin();
    sheet("D-0001", 1, DURING, "{L-1}", "null");
    sheet("D-0001", 2, DURING, "{L-1,L-2}", DURING);

    assertEquals(List.of(), check.findings().undelivered());
  }

  @Test
  void aNewestSheetThatOnlyTakesLoadsAwayMayStillBeOnItsWay() throws SQLException {
    DeliveryCheck check = begin();
    sheet("D-0001", 1, DURING, "{L-1,L-2}", DURING);
    sheet("D-0001", 2, DURING, "{L-2}", "null");

    assertEquals(List.of(), check.findings().undelivered());
  }

  @Test
  void aLoadThatNoTabletConfirmedIsUndelivered() throws SQLException {
    DeliveryCheck check = begin();
    sheet("D-0001", 1, DURING, "{L-1}", DURING);
    sheet("D-0001", 2, DURING, "{L-1,L-2}", "null");
    sheet("D-0999", 1, DURING, "{L-3}", "null");

    assertEquals(List.of("D-0001 load L-2"), check.findingsAtOnce().undelivered());
  }

  private static DeliveryCheck begin() throws SQLException {
    return DeliveryCheck.begin(ADDRESS, List.of("D-0001", "D-0002"), START);
  }

  private static void sheet(
      String driver, int revision, String issuedAt, String loads, String onDeviceAt)
      throws SQLException {
    execute(
        "insert into sheet values ('%s', %d, %s, '%s', %s)"
            .formatted(driver, revision, issuedAt, loads, onDeviceAt));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = ADDRESS.connect("load_planning");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
