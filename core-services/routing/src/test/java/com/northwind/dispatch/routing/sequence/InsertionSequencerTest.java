package com.northwind.dispatch.routing.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertionSequencerTest {

  @ParameterizedTest(name = "{0} stops")
  @ValueSource(ints = {1, 2, 13, 20, 40})
  void keepsEveryPrecedenceAndForgetsNoStop(int stops) {
    for (int seed = 0; seed < 5; seed++) {
      // Given
      SequenceProblem problem = new RandomProblems(seed).onEarth(stops, 0.5);

      // When
      List<Integer> order = new InsertionSequencer(problem).solve();

      // Then
      assertTrue(BruteForce.isLegal(problem, order));
    }
  }

  @Test
  void isOftenAsGoodAsTheExactAnswerAndNeverBetter() {
    // Given
    int problems = 200;
    int equal = 0;
    for (int seed = 0; seed < problems; seed++) {
      SequenceProblem problem = new RandomProblems(seed).onEarth(8, 0.3);

      // When
      Score exact = Walk.of(problem, new ExactSequencer(problem).solve()).score();
      Score heuristic = Walk.of(problem, new InsertionSequencer(problem).solve()).score();

      // Then
      assertTrue(!heuristic.beats(exact));
      equal += heuristic.equals(exact) ? 1 : 0;
    }
    assertTrue(equal >= problems * 7 / 10, "as good as exact: " + equal + " of " + problems);
  }

  @Test
  void givesTheSameOrderEveryTime() {
    // Given
    SequenceProblem problem = new RandomProblems(3).onEarth(25, 0.5);

    // When
    List<Integer> order = new InsertionSequencer(problem).solve();

    // Then
    assertEquals(order, new InsertionSequencer(problem).solve());
  }

  @Test
  void endsSoonAlsoForTheLongestLoad() {
    // Given
    SequenceProblem problem = new RandomProblems(9).onEarth(100, 0.5);
    long begin = System.nanoTime();

    // When
    List<Integer> order = new InsertionSequencer(problem).solve();

    // Then: about a second alone on a core; the bound leaves room for a busy machine
    assertTrue(BruteForce.isLegal(problem, order));
    assertTrue(System.nanoTime() - begin < Duration.ofSeconds(20).toNanos());
  }
}
