package com.northwind.dispatch.simulator.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignmentLedgerTest {
  private static final String DRIVER = "D-0001";
  private static final AssignmentKey LOAD = new AssignmentKey("L-1", 1);

  private final AssignmentLedger ledger = new AssignmentLedger();

  private void assign(AssignmentKey key, long sentUs) {
    ledger.asked(DRIVER);
    ledger.confirmed(key, DRIVER, sentUs);
  }

  private void onSheet(long atUs, AssignmentKey... keys) {
    ledger.stored(DRIVER, Set.of(), Set.of(keys), atUs);
  }

  private void gone(AssignmentKey key) {
    ledger.stored(DRIVER, Set.of(key), Set.of(), 9_000_000);
  }

  @Test
  void anAssignmentThatNeverArrivesIsUndelivered() {
    assign(LOAD, 1_000);

    assertEquals(List.of(LOAD), ledger.undelivered());
    assertEquals(1, ledger.totals().undelivered());
  }

  @Test
  void timesFromTheRequestToTheTablet() {
    assign(LOAD, 1_000_000);
    onSheet(1_042_000, LOAD);

    assertEquals(List.of(), ledger.undelivered());
    assertEquals(42, ledger.assignToTablet().summary().max(), 0.1);
  }

  @Test
  void theTabletMayHaveItBeforeTheDispatcherHasTheAnswer() {
    ledger.asked(DRIVER);
    onSheet(1_010_000, LOAD);
    ledger.confirmed(LOAD, DRIVER, 1_000_000);

    assertEquals(1, ledger.totals().received());
    assertEquals(10, ledger.assignToTablet().summary().max(), 0.1);
  }

  @Test
  void aLoadOnTheTabletWantsToBeAccepted() {
    assign(LOAD, 1_000);
    onSheet(2_000, LOAD);
    assertEquals(List.of(LOAD), ledger.unaccepted());

    ledger.accepted(LOAD, DRIVER, 3_000);

    assertEquals(List.of(), ledger.unaccepted());
    assertEquals(1, ledger.totals().accepted());
  }

  @Test
  void aLoadADispatcherTookBackInTimeIsNotLost() {
    assign(LOAD, 1_000);
    ledger.withdrawalAsked("L-1");
    assertEquals(List.of(LOAD), ledger.undelivered(), "until the planning says so");

    ledger.withdrawalAnswered("L-1", true);

    assertEquals(List.of(), ledger.undelivered());
    assertEquals(1, ledger.totals().withdrawn());
    assertEquals(0, ledger.totals().undelivered());
  }

  @Test
  void aRefusedWithdrawalChangesNothing() {
    assign(LOAD, 1_000);
    ledger.withdrawalAsked("L-1");
    ledger.withdrawalAnswered("L-1", false);

    assertEquals(List.of(LOAD), ledger.undelivered());
  }

  @Test
  void aWithdrawnLoadThatStaysOnTheTabletIsStale() {
    assign(LOAD, 1_000);
    onSheet(2_000, LOAD);
    ledger.withdrawalAsked("L-1");
    ledger.withdrawalAnswered("L-1", true);
    assertEquals(List.of(LOAD), ledger.stale());

    gone(LOAD);

    assertEquals(List.of(), ledger.stale());
  }

  @Test
  void theSheetMayLoseALoadBeforeTheWithdrawalIsAnswered() {
    assign(LOAD, 1_000);
    onSheet(2_000, LOAD);
    ledger.accepted(LOAD, DRIVER, 2_500);
    ledger.withdrawalAsked("L-1");
    gone(LOAD);
    ledger.withdrawalAnswered("L-1", true);

    assertEquals(1, ledger.totals().withdrawn());
    assertEquals(List.of(), ledger.stale());
    assertEquals(0, ledger.openLoads(DRIVER));
  }

  @Test
  void aLoadThePlanningTookBackIsNotLost() {
    assign(LOAD, 1_000);
    ledger.withdrawnByPlanning(LOAD);

    assertEquals(List.of(), ledger.undelivered());
    assertEquals(1, ledger.totals().withdrawn());
  }

  @Test
  void aSecondAssignmentOfALoadIsItsOwn() {
    assign(LOAD, 1_000);
    ledger.withdrawalAsked("L-1");
    ledger.withdrawalAnswered("L-1", true);
    AssignmentKey again = new AssignmentKey("L-1", 2);
    assign(again, 5_000);

    assertEquals(List.of(again), ledger.undelivered());
    onSheet(6_000, again);
    assertEquals(List.of(), ledger.undelivered());
  }

  @Test
  void knowsHowManyLoadsADriverHas() {
    ledger.asked(DRIVER);
    assertEquals(1, ledger.openLoads(DRIVER), "asked for");
    ledger.refused(DRIVER);
    assertEquals(0, ledger.openLoads(DRIVER), "refused");

    assign(LOAD, 1_000);
    onSheet(2_000, LOAD);
    assertEquals(1, ledger.openLoads(DRIVER), "on the tablet");
    gone(LOAD);
    assertEquals(0, ledger.openLoads(DRIVER), "done");
  }

  @Test
  void countsGoOnWhenTheStoryOfALoadIsOver() {
    for (int i = 0; i < 100; i++) {
      AssignmentKey key = new AssignmentKey("L-" + i, 1);
      assign(key, 1_000);
      onSheet(2_000, key);
      ledger.accepted(key, DRIVER, 3_000);
      ledger.driven(key, DRIVER);
      gone(key);
    }

    assertEquals(new AssignmentLedger.Totals(100, 100, 100, 100, 0, 0), ledger.totals());
    assertEquals(0, ledger.openLoads(DRIVER));
    assertTrue(ledger.unaccepted().isEmpty());
  }

  @Test
  void loadsOfSomebodyElseDoNotCount() {
    onSheet(1_000, new AssignmentKey("L-old", 1));

    assertEquals(new AssignmentLedger.Totals(0, 0, 0, 0, 0, 0), ledger.totals());
    assertEquals(0, ledger.assignToTablet().summary().count());
  }
}
