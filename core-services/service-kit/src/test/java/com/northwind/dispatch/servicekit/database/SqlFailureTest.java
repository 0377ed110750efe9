package com.northwind.dispatch.servicekit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {

  @ParameterizedTest
  @CsvSource({
    "40001, CONFLICT",
    "40P01, CONFLICT",
    "55P03, BUSY",
    "57014, BUSY",
    "53300, BUSY",
    "57P01, UNREACHABLE",
    "57P03, UNREACHABLE",
    "08006, UNREACHABLE",
    "08001, UNREACHABLE",
    "23505, DUPLICATE",
    "23503, DEFECT",
    "42P01, DEFECT",
    "22001, DEFECT"
  })
  void sortsFailuresByWhatHelps(String state, SqlFailure kind) {
    assertEquals(kind, SqlFailure.of(new SQLException("it failed", state)));
  }

  @Test
  void aPoolThatHasNoConnectionIsAServerOutOfReach() {
    assertEquals(
        SqlFailure.UNREACHABLE, SqlFailure.of(new SQLTransientConnectionException("timed out")));
  }

  @Test
  void aFailureWithoutAStateIsWhatCausedIt() {
    SQLException cause = new SQLException("gone", "08006");

    assertEquals(SqlFailure.UNREACHABLE, SqlFailure.of(new SQLException("wrapped", cause)));
    assertEquals(SqlFailure.DEFECT, SqlFailure.of(new SQLException("no idea")));
  }
}
