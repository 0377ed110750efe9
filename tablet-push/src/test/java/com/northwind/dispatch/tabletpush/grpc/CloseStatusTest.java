package com.northwind.dispatch.tabletpush.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.tabletpush.session.SessionClose;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every close carries a status, a reason and a retry hint.
class CloseStatusTest {
  private static final List<Row> TABLE =
      List.of(
          new Row(SessionClose.drain(), Status.Code.UNAVAILABLE, "DRAIN", 1_000, 5_000),
          new Row(
              SessionClose.replacedBySameTablet("from 10.0.0.1:7"),
              Status.Code.ABORTED,
              "REPLACED",
              5_000,
              5_000),
          new Row(
              SessionClose.replacedByOtherTablet("TAB-0002"),
              Status.Code.ABORTED,
              "REPLACED",
              60_000,
              60_000),
          new Row(
              SessionClose.takeoverTooSoon("10.0.0.1:7", Duration.ofSeconds(14)),
              Status.Code.ABORTED,
              "REPLACED",
              14_000,
              14_000),
          new Row(
              SessionClose.revoked("reported lost"),
              Status.Code.PERMISSION_DENIED,
              "REVOKED",
              3_600_000,
              3_600_000),
          new Row(
              SessionClose.overload("full"),
              Status.Code.RESOURCE_EXHAUSTED,
              "OVERLOAD",
              2_000,
              10_000),
          new Row(
              SessionClose.protocol("a second Hello"),
              Status.Code.INVALID_ARGUMENT,
              "PROTOCOL",
              30_000,
              30_000),
          new Row(
              SessionClose.unauthenticated("expired"),
              Status.Code.UNAUTHENTICATED,
              "UNAUTHENTICATED",
              60_000,
              60_000),
          new Row(
              SessionClose.notYou("another tablet"),
              Status.Code.PERMISSION_DENIED,
              "UNAUTHENTICATED",
              60_000,
              60_000),
          new Row(
              SessionClose.silent("nothing came"),
              Status.Code.DEADLINE_EXCEEDED,
              "SILENT",
              1_000,
              1_000));

  record Row(
      SessionClose close, Status.Code code, String reason, long leastRetryMs, long mostRetryMs) {}

  static Stream<Row> table() {
    return TABLE.stream();
  }

  @ParameterizedTest
  @MethodSource("table")
  void carriesStatusReasonAndRetryHint(Row row) {
    Status status = CloseStatus.status(row.close());
    Metadata trailers = CloseStatus.trailers(row.close());

    assertEquals(row.code(), status.getCode());
    assertEquals(row.close().description(), status.getDescription());
    assertEquals(row.reason(), trailers.get(CloseStatus.REASON));
    String retryAfter = trailers.get(CloseStatus.RETRY_AFTER_MS);
    assertNotNull(retryAfter);
    long millis = Long.parseLong(retryAfter);
    assertTrue(millis >= row.leastRetryMs() && millis <= row.mostRetryMs(), millis + " ms");
  }

  @Test
  void theTableHasARowForEachReason() {
    Set<CloseReason> real = EnumSet.allOf(CloseReason.class);
    real.remove(CloseReason.CLOSE_REASON_UNSPECIFIED);
    real.remove(CloseReason.UNRECOGNIZED);

    assertEquals(real, TABLE.stream().map(row -> row.close().reason()).collect(Collectors.toSet()));
  }
}
