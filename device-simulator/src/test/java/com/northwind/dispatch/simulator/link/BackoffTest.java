package com.northwind.dispatch.simulator.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff =
      new Backoff(
          Duration.ofMillis(500),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          new SplittableRandom(1));

  @Test
  void theBoundDoublesUpToTheCap() {
    long[] bounds = {500, 1000, 2000, 4000, 8000, 10_000, 10_000};
    for (long bound : bounds) {
      long wait = backoff.nextMs(0);
      assertTrue(wait >= 0 && wait <= bound, () -> wait + " of " + bound);
    }
  }

  @Test
  void waitsAreSpreadOverTheWholeBound() {
    for (int i = 0; i < 6; i++) {
      backoff.nextMs(0);
    }
    long[] quarters = new long[4];
    for (int i = 0; i < 4000; i++) {
      quarters[(int) Math.min(3, backoff.nextMs(0) / 2500)]++;
    }
    for (long quarter : quarters) {
      assertTrue(quarter > 800, () -> quarter + " of 4,000 in a quarter");
    }
  }

  @Test
  void onlyASessionThatHeldStartsAfresh() {
    for (int i = 0; i < 8; i++) {
      backoff.nextMs(100);
    }
    long longest = 0;
    for (int i = 0; i < 50; i++) {
      longest = Math.max(longest, backoff.nextMs(9_999));
    }
    assertTrue(longest > 500, "a short session must not reset the doubling");
    assertTrue(backoff.nextMs(10_000) <= 500, "a session that held resets it");
  }
}
