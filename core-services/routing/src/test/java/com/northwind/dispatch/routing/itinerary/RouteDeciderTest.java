package com.northwind.dispatch.routing.itinerary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.routing.itinerary.LoadRoute.Standing;
import com.northwind.dispatch.routing.travel.GreatCircleTravel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteDeciderTest {
  private static final LoadId LOAD = Loads.LOAD;
  private static final Instant NOW = Loads.NOW;

  private final RouteDecider decider =
      new RouteDecider(new ItineraryPlanner(new GreatCircleTravel()));
  private LoadRoute route = LoadRoute.unknown(LOAD);

  @Test
  void routesAnAssignmentAndNumbersTheDecisionFromOne() {
    List<RouteEvent> events = apply(plan(1));

    RouteEvent.Assigned assigned = assertInstanceOf(RouteEvent.Assigned.class, events.getFirst());
    assertEquals(1, assigned.sequenceNo());
    assertEquals(1, assigned.assignmentNo());
    assertEquals(new Standing.Live(1, 1), route.standing());
  }

  @Test
  void decidesAnAssignmentOnlyOnce() {
    apply(plan(1));

    assertEquals(new Outcome.Ignored(Outcome.Reason.DUPLICATE), decide(plan(1)));
  }

  @Test
  void givesTheSameItineraryToAReplayedAssignmentWheneverThatIs() {
    RouteEvent.Assigned first = (RouteEvent.Assigned) apply(plan(1)).getFirst();
    route = LoadRoute.unknown(LOAD);

    Outcome.Changed replayed =
        (Outcome.Changed) decider.decide(plan(1), route, NOW.plusSeconds(86_400));

    assertEquals(
        first.itinerary(), ((RouteEvent.Assigned) replayed.events().getFirst()).itinerary());
  }

  @Test
  void saysWhichStopMakesARouteImpossible() {
    Assignment late = Loads.assignment(1, Loads.tooLateAtDelivery());

    List<RouteEvent> events = apply(new RouteCommand.Plan(late));

    RouteEvent.Infeasible infeasible =
        assertInstanceOf(RouteEvent.Infeasible.class, events.getFirst());
    assertEquals("S2", infeasible.stopId());
    assertTrue(infeasible.detail().startsWith("Stop S2 (delivery, Austin) would be reached at "));
    assertTrue(infeasible.detail().contains("after its window ends at 2026-11-22T13:00:00Z"));
    assertEquals(new Standing.Infeasible(1, 1), route.standing());
  }

  @Test
  void revokesTheLiveRouteWhenItsLoadIsWithdrawn() {
    apply(plan(1));

    List<RouteEvent> events = apply(withdraw(1));

    RouteEvent.Revoked revoked = assertInstanceOf(RouteEvent.Revoked.class, events.getFirst());
    assertEquals(RevokeReason.LOAD_WITHDRAWN, revoked.reason());
    assertEquals(2, revoked.sequenceNo());
    assertEquals(1, revoked.revokedSequenceNo());
    assertEquals(new Standing.Revoked(1, 1, 2), route.standing());
  }

  @Test
  void neverRoutesAnAssignmentThatWasWithdrawnBeforeItArrived() {
    apply(withdraw(1));

    assertEquals(new Outcome.Ignored(Outcome.Reason.STALE), decide(plan(1)));
  }

  @Test
  void keepsTheNewerRouteWhenALateWithdrawalNamesAnOlderAssignment() {
    apply(plan(1));
    apply(withdraw(1));
    apply(plan(3));

    assertEquals(new Outcome.Ignored(Outcome.Reason.STALE), decide(withdraw(2)));
    assertEquals(new Standing.Live(3, 3), route.standing());
  }

  @Test
  void revokesAnOlderRouteBeforeItRoutesANewerAssignment() {
    apply(plan(1));

    List<RouteEvent> events = apply(plan(2));

    assertInstanceOf(RouteEvent.Revoked.class, events.get(0));
    assertInstanceOf(RouteEvent.Assigned.class, events.get(1));
    assertEquals(new Standing.Live(2, 3), route.standing());
  }

  @Test
  void neverRoutesALoadThatWasCalledOff() {
    apply(plan(1));
    apply(new RouteCommand.CallOff(LOAD, "customer cancelled", "anna"));

    assertEquals(new Outcome.Ignored(Outcome.Reason.CALLED_OFF), decide(plan(2)));
    assertInstanceOf(Standing.Revoked.class, route.standing());
  }

  @Test
  void refusesToRevokeWhatIsNotLiveAndSaysWhy() {
    assertEquals(Outcome.Refusal.UNKNOWN, refusal(revoke()).refusal());
    apply(plan(1));
    apply(revoke());

    Outcome.Refused again = refusal(revoke());

    assertEquals(Outcome.Refusal.NOT_LIVE, again.refusal());
    assertTrue(again.detail().contains("was revoked by decision 2 already"), again.detail());
  }

  @Test
  void doesNotRouteARevokedAssignmentAgain() {
    apply(plan(1));
    apply(revoke());

    assertEquals(new Outcome.Ignored(Outcome.Reason.DUPLICATE), decide(plan(1)));
  }

  @Test
  void refusesToRevokeARouteThatWasDrivenToItsEnd() {
    apply(plan(1));
    apply(new RouteCommand.Finish(LOAD, 1));

    assertTrue(refusal(revoke()).detail().contains("was driven to its end"));
  }

  @Test
  void endsTheSameForEveryOrderOfArrival() {
    // Given
    List<RouteCommand> story = List.of(plan(1), withdraw(1), plan(2), withdraw(2), plan(3));
    List<List<RouteCommand>> orders = new ArrayList<>();
    permute(new ArrayList<>(story), 0, orders);

    for (List<RouteCommand> order : orders) {
      // When: in this order, and then all of it once more
      route = LoadRoute.unknown(LOAD);
      order.forEach(this::apply);
      LoadRoute once = route;
      story.forEach(this::apply);

      // Then
      assertEquals(3, assertInstanceOf(Standing.Live.class, route.standing()).assignmentNo());
      assertEquals(once, route, () -> "replayed after " + order);
    }
  }

  @Test
  void isCalledOffInTheEndForEveryOrderOfArrival() {
    List<RouteCommand> story =
        List.of(plan(1), withdraw(1), plan(2), new RouteCommand.CallOff(LOAD, "gone", "anna"));
    List<List<RouteCommand>> orders = new ArrayList<>();
    permute(new ArrayList<>(story), 0, orders);

    for (List<RouteCommand> order : orders) {
      route = LoadRoute.unknown(LOAD);
      order.forEach(this::apply);
      assertTrue(route.calledOff());
      assertTrue(!(route.standing() instanceof Standing.Live), () -> order + " left " + route);
    }
  }

  private static void permute(
      List<RouteCommand> commands, int from, List<List<RouteCommand>> orders) {
    if (from == commands.size()) {
      orders.add(List.copyOf(commands));
    }
    for (int i = from; i < commands.size(); i++) {
      Collections.swap(commands, from, i);
      permute(commands, from + 1, orders);
      Collections.swap(commands, from, i);
    }
  }

  private Outcome decide(RouteCommand command) {
    return decider.decide(command, route, NOW);
  }

  private Outcome.Refused refusal(RouteCommand command) {
    return assertInstanceOf(Outcome.Refused.class, decide(command));
  }

  private List<RouteEvent> apply(RouteCommand command) {
    List<RouteEvent> events =
        decide(command) instanceof Outcome.Changed changed ? changed.events() : List.of();
    events.forEach(event -> route = route.evolve(event));
    return events;
  }

  private static RouteCommand plan(int assignmentNo) {
    return new RouteCommand.Plan(Loads.assignment(assignmentNo, Loads.dallasToAustin()));
  }

  private static RouteCommand withdraw(int assignmentNo) {
    return new RouteCommand.Withdraw(LOAD, assignmentNo, "taken back", "anna");
  }

  private static RouteCommand revoke() {
    return new RouteCommand.Revoke(LOAD, RevokeReason.BREAKDOWN, "engine", "anna");
  }
}
