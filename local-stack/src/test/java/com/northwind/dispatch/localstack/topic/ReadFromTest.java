package com.northwind.dispatch.localstack.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadFromTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void placesAreReadAsPeopleTypeThem() {
    assertEquals(new ReadFrom.Beginning(), ReadFrom.parse("beginning", NOW));
    assertEquals(new ReadFrom.Latest(), ReadFrom.parse("latest", NOW));
    assertEquals(new ReadFrom.Offset(1200), ReadFrom.parse("1200", NOW));
    assertEquals(
        new ReadFrom.Time(Instant.parse("2026-11-22T05:30:00Z")),
        ReadFrom.parse("2026-11-22T06:30:00+01:00", NOW));
    assertEquals(new ReadFrom.Time(NOW.minus(Duration.ofMinutes(15))), ReadFrom.parse("15m", NOW));
    assertEquals(new ReadFrom.Time(NOW.minus(Duration.ofDays(2))), ReadFrom.parse("2d", NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "-5", "5 m", "2026-11-22"})
  void otherTextIsRefusedWithExamples(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> ReadFrom.parse(text, NOW));

    assertTrue(String.valueOf(refusal.getMessage()).contains("15m"));
  }
}
