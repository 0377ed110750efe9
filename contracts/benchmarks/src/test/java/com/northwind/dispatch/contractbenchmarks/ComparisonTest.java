package com.northwind.dispatch.contractbenchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Comparison comparison(Goal goal, double fastNanos, double fastBytes) {
    return new Comparison(
        "write", goal, new Figures(1_000, 5_000), new Figures(fastNanos, fastBytes));
  }

  @Test
  void aGoalIsMetWhenItIsJustReached() {
    Comparison reached = comparison(Goal.WRITE, 200, 1_000);

    assertTrue(reached.meetsSpeedup());
    assertTrue(reached.meetsBytes());
  }

  @Test
  void aGoalIsNotMetWhenItIsMissed() {
    Comparison missed = comparison(Goal.WRITE, 201, 1_001);

    assertFalse(missed.meetsSpeedup());
    assertFalse(missed.meetsBytes());
  }

  @Test
  void readingHasToBeThreeTimesAsQuick() {
    assertTrue(comparison(Goal.READ, 333, 0).meetsSpeedup());
    assertFalse(comparison(Goal.READ, 334, 0).meetsSpeedup());
  }

  @Test
  void theTableSaysWhichGoalsAreMet() {
    String table =
        ComparisonTable.of(
            List.of(comparison(Goal.WRITE, 100, 2_500), comparison(Goal.READ, 500, 500)));

    assertEquals(
        """
                              JsonFormat               fast           throughput              bytes
        operation                  ns/op     B/op     ns/op     B/op  (goal)                  (goal)
        write                       1000     5000       100     2500  10.0 x (>= 5 x met)     1/2.0 (<= 1/5 not met)
        write                       1000     5000       500      500  2.0 x (>= 3 x not met)  1/10.0 (<= 1/5 met)
        """,
        table);
  }

  @Test
  void theJsonHoldsWhatTheTableShows() throws Exception {
    String json = ComparisonJson.of(List.of(comparison(Goal.WRITE, 100, 500)));

    assertTrue(json.contains("\"operation\" : \"write\""), json);
    assertTrue(json.contains("\"nanosPerOperation\" : 100.0"), json);
    assertTrue(json.contains("\"speedup\" : 10.0"), json);
    assertTrue(json.contains("\"bytesShare\" : 0.1"), json);
    assertTrue(json.contains("\"meetsBytes\" : true"), json);
  }
}
