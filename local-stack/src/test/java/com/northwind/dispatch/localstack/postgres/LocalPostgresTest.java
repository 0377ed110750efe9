package com.northwind.dispatch.localstack.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  /// The process id of `init`, which is always alive and never a database server.
  private static final String SOMEBODY_ELSE = "1";

  @TempDir Path directory;

  @Test
  void committedRowsSurviveAKillAndAnOrderlyRestart() throws Exception {
    try (LocalPostgres server = LocalPostgres.start(directory)) {
      PostgresAddress address = server.address();
      execute(address, "create table kept (id int)");
      execute(address, "insert into kept values (1)");

      server.kill();
      assertFalse(address.serves());
      server.restart();
      execute(address, "insert into kept values (2)");
      server.stop();
      server.restart();

      assertEquals(2, count(address));
    }
  }

  @Test
  void aLockFileWhoseProcessIdBelongsToSomebodyElseDoesNotHinderTheStart() throws Exception {
    Path lockFile = directory.resolve("postgres/data/postmaster.pid");
    try (LocalPostgres server = LocalPostgres.start(directory)) {
      server.kill();
      Files.writeString(lockFile, Files.readString(lockFile).replaceFirst("[0-9]+", SOMEBODY_ELSE));

      server.restart();

      assertTrue(server.address().serves());
    }
  }

  @Test
  void dataOfAnotherMajorVersionIsRefusedWithAdvice() throws Exception {
    LocalPostgres.start(directory).close();
    Files.writeString(directory.resolve("postgres/data/PG_VERSION"), "15\n");

    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> LocalPostgres.start(directory));

    assertTrue(String.valueOf(refusal.getMessage()).contains("delete the directory"));
  }

  @Test
  void aPasswordIsNeeded() {
    try (LocalPostgres server = LocalPostgres.start(directory)) {
      PostgresAddress stranger =
          new PostgresAddress(server.address().port(), server.address().user(), "guess");

      assertThrows(SQLException.class, () -> stranger.connect("postgres"));
      assertFalse(server.address().toString().contains(server.address().password()));
    }
  }

  private static void execute(PostgresAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(PostgresAddress address) throws SQLException {
    try (Connection connection = address.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
