package com.northwind.dispatch.servicekit.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NaturalKeyTest {
  @Test
  void partsThatHoldTheSeparatorStayApart() {
    assertNotEquals(NaturalKey.of("e", "a/b", "c"), NaturalKey.of("e", "a", "b/c"));
    assertNotEquals(NaturalKey.of("e", "a\\", "b"), NaturalKey.of("e", "a\\/b"));
    assertEquals("L-1/7", NaturalKey.of("route", "L-1", 7).value());
  }

  @Test
  void keysOutliveEveryEventThatKafkaKeeps() {
    assertTrue(ApplyOnce.RETENTION.compareTo(Duration.ofDays(30)) > 0);
  }
}
