package com.northwind.dispatch.tabletpush.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How two devices with one identity are slowed.
class TakeoverLimitTest {
  private final TakeoverLimit limit = new TakeoverLimit();

  @Test
  void letsThreeThroughAndThenOneInTwentySeconds() {
    for (int i = 0; i < TakeoverLimit.BURST; i++) {
      assertEquals(Duration.ZERO, limit.take(1_000));
    }
    assertEquals(Duration.ofSeconds(20), limit.take(1_000));
    assertEquals(Duration.ofSeconds(5), limit.take(16_000));
    assertEquals(Duration.ZERO, limit.take(21_000));
    assertEquals(Duration.ofSeconds(20), limit.take(21_000));
  }

  @Test
  void inAnyMinuteAtMostSixPass() {
    long[] passed = new long[100];
    int count = 0;
    for (long now = 0; now < 600_000; now += 100) {
      if (limit.take(now).isZero()) {
        passed[count++] = now;
      }
    }
    for (int i = 6; i < count; i++) {
      assertTrue(passed[i] - passed[i - 6] >= 60_000, "seven within a minute at " + passed[i]);
    }
    assertTrue(count > 20, count + " passed in ten minutes");
  }

  @Test
  void alertsOnceUntilItWasCalmForAMinute() {
    for (int i = 0; i < 3; i++) {
      limit.take(0);
    }
    assertTrue(limit.shouldAlert());
    limit.take(20_000);
    assertFalse(limit.shouldAlert());

    for (int i = 0; i < 3; i++) {
      limit.take(100_000);
    }
    assertTrue(limit.shouldAlert());
  }
}
