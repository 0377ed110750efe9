package com.northwind.dispatch.routing.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.routing.travel.GreatCircleTravel;
import com.northwind.dispatch.routing.travel.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSequencerTest {
  private static final long START = RandomProblems.START_SEC;
  private static final long HOUR = 3_600;
  private static final Place DALLAS = new Place(32.7767, -96.7970);
  private static final Place WACO = new Place(31.5493, -97.1467);
  private static final Place AUSTIN = new Place(30.2672, -97.7431);

  private final StopSequencer sequencer = new StopSequencer();

  @Test
  void drivesTheShortWayWhenNothingForbidsIt() {
    // Given: freight for both is picked up in Dallas; Waco lies on the way to Austin
    List<Precedence> pickUpFirst = List.of(new Precedence(0, 1), new Precedence(0, 2));
    SequenceProblem problem = problem(pickUpFirst, open(DALLAS), open(AUSTIN), open(WACO));

    Walk walk = assertInstanceOf(SequenceResult.Feasible.class, sequencer.solve(problem)).walk();

    assertEquals(List.of(0, 2, 1), visits(walk));
  }

  @Test
  void picksUpBeforeItDelivers() {
    // Given: Waco is delivered from Austin although it lies on the way there
    List<Precedence> chain = List.of(new Precedence(0, 1), new Precedence(1, 2));
    SequenceProblem problem = problem(chain, open(DALLAS), open(AUSTIN), open(WACO));

    Walk walk = assertInstanceOf(SequenceResult.Feasible.class, sequencer.solve(problem)).walk();

    assertEquals(List.of(0, 1, 2), visits(walk));
  }

  @Test
  void startsWhenTheFirstStopOpens() {
    Visit late = new Visit(DALLAS, START + 5 * HOUR, Visit.NEVER_CLOSES, HOUR);
    SequenceProblem problem = problem(List.of(), late);

    Walk walk = assertInstanceOf(SequenceResult.Feasible.class, sequencer.solve(problem)).walk();

    assertEquals(START + 5 * HOUR, walk.calls().getFirst().arrivalSec());
    assertEquals(START + 6 * HOUR, walk.calls().getFirst().departureSec());
  }

  @Test
  void waitsForAWindowToOpen() {
    Visit waco = new Visit(WACO, START + 10 * HOUR, Visit.NEVER_CLOSES, HOUR);
    SequenceProblem problem = problem(List.of(new Precedence(0, 1)), open(DALLAS), waco);

    Walk walk = assertInstanceOf(SequenceResult.Feasible.class, sequencer.solve(problem)).walk();

    assertEquals(START + 11 * HOUR, walk.calls().getLast().departureSec());
  }

  @Test
  void namesTheFirstStopThatFailsInTheBestOrder() {
    // Given: Austin is three hours away and closes in one
    Visit austin = new Visit(AUSTIN, Visit.ALWAYS_OPEN, START + HOUR, 0);
    SequenceProblem problem =
        problem(List.of(new Precedence(0, 1)), open(DALLAS), austin, open(WACO));

    SequenceResult.Infeasible result =
        assertInstanceOf(SequenceResult.Infeasible.class, sequencer.solve(problem));

    assertEquals(1, result.failing().visit());
    assertEquals(Proof.EXACT, result.proof());
    assertEquals(List.of(0, 1, 2), visits(result.best()));
  }

  @Test
  void saysThatALongSequenceIsOnlyTheBestFound() {
    SequenceProblem problem = new RandomProblems(1).onEarth(StopSequencer.EXACT_UP_TO + 1, 0);

    SequenceResult result = sequencer.solve(problem);

    assertEquals(Proof.HEURISTIC, assertInstanceOf(SequenceResult.Feasible.class, result).proof());
  }

  @Test
  void refusesPrecedencesThatGoInACircle() {
    List<Precedence> circle =
        List.of(new Precedence(0, 1), new Precedence(1, 2), new Precedence(2, 0));

    assertThrows(
        IllegalArgumentException.class,
        () -> problem(circle, open(DALLAS), open(WACO), open(AUSTIN)));
  }

  private static SequenceProblem problem(List<Precedence> precedences, Visit... visits) {
    return SequenceProblem.of(List.of(visits), precedences, START, new GreatCircleTravel());
  }

  private static Visit open(Place place) {
    return new Visit(place, Visit.ALWAYS_OPEN, Visit.NEVER_CLOSES, 0);
  }

  private static List<Integer> visits(Walk walk) {
    return walk.calls().stream().map(Walk.Call::visit).toList();
  }
}
