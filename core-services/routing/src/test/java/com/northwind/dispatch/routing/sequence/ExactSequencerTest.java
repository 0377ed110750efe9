package com.northwind.dispatch.routing.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactSequencerTest {

  @ParameterizedTest(name = "{0} problems of {1} stops, tightness {2}")
  @CsvSource({
    "300, 1, 0.5",
    "300, 2, 0.5",
    "500, 3, 0.5",
    "500, 4, 0.0",
    "500, 4, 1.0",
    "400, 5, 0.0",
    "400, 5, 1.0",
    "200, 6, 0.3",
    "200, 6, 0.9",
    "40, 7, 0.6",
    "6, 8, 0.6"
  })
  void isAsGoodAsTryingEveryOrderOnEarth(int problems, int stops, double tightness) {
    for (int seed = 0; seed < problems; seed++) {
      SequenceProblem problem = new RandomProblems(seed * 31L + stops).onEarth(stops, tightness);
      assertSolvesAsWellAsBruteForce(problem, seed);
    }
  }

  @ParameterizedTest(name = "{0} problems of {1} stops, tightness {2}")
  @CsvSource({"500, 3, 0.5", "500, 4, 1.0", "400, 5, 0.0", "400, 5, 1.0", "200, 6, 0.9"})
  void isAsGoodAsTryingEveryOrderForAnyTravelModel(int problems, int stops, double tightness) {
    for (int seed = 0; seed < problems; seed++) {
      SequenceProblem problem = new RandomProblems(seed * 37L + stops).onNoMap(stops, tightness);
      assertSolvesAsWellAsBruteForce(problem, seed);
    }
  }

  @Test
  void meetsLateProblemsAndProblemsInTime() {
    // Given
    long late = 0;
    int problems = 400;
    for (int seed = 0; seed < problems; seed++) {
      SequenceProblem problem = new RandomProblems(seed).onEarth(5, 0.9);
      late += BruteForce.bestScore(problem).lateSec() > 0 ? 1 : 0;
    }

    // Then: the problems above exercise both passes of the search
    assertTrue(late > problems / 10 && late < problems * 9 / 10, "late: " + late);
  }

  @Test
  void givesTheSameOrderEveryTime() {
    // Given
    SequenceProblem problem = new RandomProblems(5).onEarth(10, 0.4);

    // When
    List<Integer> order = new ExactSequencer(problem).solve();

    // Then
    assertEquals(order, new ExactSequencer(problem).solve());
  }

  @Test
  void solvesTheLargestExactProblemWithoutPrecedences() {
    // Given
    SequenceProblem problem = new RandomProblems(11).onEarth(StopSequencer.EXACT_UP_TO, 0.2);

    // When
    List<Integer> order = new ExactSequencer(problem).solve();

    // Then
    assertTrue(BruteForce.isLegal(problem, order));
  }

  private static void assertSolvesAsWellAsBruteForce(SequenceProblem problem, int seed) {
    List<Integer> order = new ExactSequencer(problem).solve();
    assertTrue(BruteForce.isLegal(problem, order), () -> "seed " + seed + ": " + order);
    assertEquals(
        BruteForce.bestScore(problem),
        Walk.of(problem, order).score(),
        () -> "seed " + seed + ": " + order);
  }
}
