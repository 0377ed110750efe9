package com.northwind.dispatch.loadplanning.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadDeciderTest {
  private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final DriverId DRIVER = new DriverId("D-1");
  private static final DriverId OTHER = new DriverId("D-2");
  private static final Freight FREIGHT =
      new Freight(
          new LoadId("L-1"),
          "PO 1",
          List.of(stop("S1", StopKind.PICKUP), stop("S2", StopKind.DELIVERY)));
  private static final Load OPEN = new Load.Available(FREIGHT, 0, null);

  @Test
  void anOpenLoadIsAssignedUnderTheNextNumber() {
    Load load = done(assign(DRIVER), new Load.Available(FREIGHT, 4, "declined"));

    assertEquals(5, load.assignmentNo());
    assertEquals(LoadStatus.PLANNED, load.status());
  }

  @Test
  void aHeldLoadIsRefusedToAnotherAndSaysWhoHasItSinceWhen() {
    Refusal refusal = refusal(assign(OTHER), held());

    Assignment holder = assertInstanceOf(Refusal.AlreadyHeld.class, refusal).holder();
    assertEquals(DRIVER, holder.driver());
    assertEquals(EIGHT, holder.assignedAt());
    assertEquals("Ana", holder.assignedBy());
  }

  @Test
  void goesThroughItsLife() {
    Load load = held();
    assertEquals(LoadStatus.PLANNED, load.status());
    load = done(new LoadCommand.ApplyRoute(1, 1), load);
    assertEquals(LoadStatus.DISPATCHED, load.status());
    load = done(new LoadCommand.Accept(DRIVER, true, NINE), load);
    assertEquals(LoadStatus.ACCEPTED, load.status());
    load = done(new LoadCommand.ReportReached(1, "S1", NINE), load);
    assertEquals(LoadStatus.IN_PROGRESS, load.status());
    load = done(new LoadCommand.ReportLeft(1, "S1", NINE), load);
    load = done(new LoadCommand.ReportReached(1, "S2", TEN), load);
    load = done(new LoadCommand.ReportLeft(1, "S2", TEN), load);
    assertEquals(LoadStatus.COMPLETED, load.status());
    assertEquals(TEN, assertInstanceOf(Load.Completed.class, load).completedAt());
  }

  @Test
  void endsInTheSameStateInWhateverOrderTopicsOvertakeEachOther() {
    List<LoadCommand> stops =
        List.of(
            new LoadCommand.ReportReached(1, "S1", EIGHT),
            new LoadCommand.ReportLeft(1, "S1", NINE),
            new LoadCommand.ReportLeft(1, "S2", TEN));
    List<LoadCommand> all = new ArrayList<>(stops);
    all.add(new LoadCommand.ApplyRoute(1, 1));
    all.add(new LoadCommand.Accept(DRIVER, true, EIGHT));

    List<Load> ends = new ArrayList<>();
    for (List<LoadCommand> order : permutations(all)) {
      if (order.stream().filter(stops::contains).toList().equals(stops)) {
        Load load = held();
        for (LoadCommand command : order) {
          load = done(command, load);
        }
        ends.add(load);
      }
    }

    assertEquals(20, ends.size());
    assertEquals(1, Set.copyOf(ends).size());
    assertEquals(LoadStatus.COMPLETED, ends.getFirst().status());
  }

  @Test
  void whatIsKnownAlreadyChangesNothing() {
    Load load = done(new LoadCommand.ReportReached(1, "S1", NINE), held());
    load = done(new LoadCommand.Accept(DRIVER, true, NINE), load);

    assertEquals(load, done(new LoadCommand.ReportReached(1, "S1", TEN), load));
    assertEquals(load, done(new LoadCommand.Accept(DRIVER, true, TEN), load));
  }

  @Test
  void aRevokeOpensTheLoadAndSaysWhatHappenedAndWhatWasDone() {
    Load load = done(new LoadCommand.ApplyRoute(1, 1), held());
    load = done(new LoadCommand.ReportLeft(1, "S1", NINE), load);

    Load open = done(new LoadCommand.RevokeRoute(1, 1, "breakdown", TEN, "shop"), load);

    assertEquals(
        "The route was revoked: breakdown (already done on this assignment: stops S1)",
        assertInstanceOf(Load.Available.class, open).note());
  }

  @Test
  void aRevokeOfAnOlderDecisionOrAssignmentIsStale() {
    Load load = done(new LoadCommand.ApplyRoute(1, 3), held());

    assertEquals(
        new Refusal.Stale(),
        refusal(new LoadCommand.RevokeRoute(1, 2, "breakdown", TEN, "shop"), load));
    assertEquals(
        new Refusal.Stale(),
        refusal(new LoadCommand.RevokeRoute(0, 3, "breakdown", TEN, "shop"), load));
    assertEquals(new Refusal.Stale(), refusal(new LoadCommand.ApplyRoute(1, 3), load));
    assertEquals(new Refusal.Stale(), refusal(new LoadCommand.ApplyRoute(2, 4), load));
    assertEquals(
        new Refusal.Stale(), refusal(new LoadCommand.ReportInfeasible(2, "x", TEN, "r"), load));
    assertEquals(new Refusal.Stale(), refusal(new LoadCommand.ReportReached(2, "S1", TEN), load));
  }

  @Test
  void onlyItsDriverWhoSawThisAssignmentAcceptsOrDeclines() {
    assertEquals(
        new Refusal.NotTheHolder(), refusal(new LoadCommand.Accept(OTHER, true, TEN), held()));
    assertEquals(
        new Refusal.NotTheHolder(), refusal(new LoadCommand.Accept(DRIVER, false, TEN), held()));
    assertEquals(
        new Refusal.NotTheHolder(),
        refusal(new LoadCommand.Decline(OTHER, true, "far", TEN), held()));
    assertEquals(
        LoadStatus.AVAILABLE,
        done(new LoadCommand.Decline(DRIVER, true, "far", TEN), held()).status());
  }

  @Test
  void aStopItDoesNotHaveIsRefused() {
    assertEquals(
        new Refusal.NoSuchStop("S9"), refusal(new LoadCommand.ReportReached(1, "S9", TEN), held()));
    assertEquals(
        new Refusal.NoSuchStop("S9"), refusal(new LoadCommand.ReportLeft(1, "S9", TEN), held()));
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "CANCELLED"})
  void aClosedLoadStaysClosed(LoadStatus status) {
    Load load = closed(status);

    assertEquals(new Refusal.Closed(status), refusal(assign(OTHER), load));
    assertEquals(
        new Refusal.Closed(status), refusal(new LoadCommand.Unassign("x", TEN, "Ana"), load));
    assertEquals(
        new Refusal.Closed(status),
        refusal(new LoadCommand.Cancel(CancelClass.CUSTOMER, "x", TEN, "Ana"), load));
    assertEquals(new Refusal.Stale(), refusal(new LoadCommand.ApplyRoute(1, 9), load));
    assertEquals(
        new Refusal.NotTheHolder(), refusal(new LoadCommand.Accept(OTHER, true, TEN), load));
  }

  @Test
  void anOpenLoadHasNothingToTakeBack() {
    assertEquals(new Refusal.NotHeld(), refusal(new LoadCommand.Unassign("x", TEN, "Ana"), OPEN));
  }

  private static Load closed(LoadStatus status) {
    Load load = done(new LoadCommand.ApplyRoute(1, 1), held());
    return switch (status) {
      case CANCELLED ->
          done(new LoadCommand.Cancel(CancelClass.CUSTOMER, "customer", TEN, "Ana"), load);
      case COMPLETED ->
          done(
              new LoadCommand.ReportLeft(1, "S2", TEN),
              done(new LoadCommand.ReportLeft(1, "S1", TEN), load));
      case AVAILABLE, PLANNED, DISPATCHED, ACCEPTED, IN_PROGRESS ->
          throw new IllegalArgumentException(status + " is not closed");
    };
  }

  private static Load held() {
    return done(assign(DRIVER), OPEN);
  }

  private static LoadCommand assign(DriverId driver) {
    return new LoadCommand.Assign(driver, new TractorId("T-1"), null, EIGHT, "Ana", "c-1");
  }

  private static Load done(LoadCommand command, Load load) {
    Decision decision = LoadDecider.decide(command, load);
    return evolve(load, assertInstanceOf(Decision.Decided.class, decision).events());
  }

  private static Refusal refusal(LoadCommand command, Load load) {
    Decision decision = LoadDecider.decide(command, load);
    return assertInstanceOf(Decision.Refused.class, decision).refusal();
  }

  private static Load evolve(Load load, List<LoadEvent> events) {
    Load next = load;
    for (LoadEvent event : events) {
      next = next.evolve(event);
    }
    return next;
  }

  private static Stop stop(String id, StopKind kind) {
    return new Stop(id, kind, "Somewhere", 32.8, -96.8, null, null, 30, List.of("C1"));
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> tail : permutations(rest)) {
        List<T> one = new ArrayList<>();
        one.add(first);
        one.addAll(tail);
        all.add(one);
      }
    }
    return all;
  }
}
