package com.northwind.dispatch.simulator.run;

import com.northwind.dispatch.simulator.dispatcher.PlanningClient;
import com.northwind.dispatch.simulator.tablet.TabletFleet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares each tablet's sheet with the newest the planning has for its driver, round after round.
///
/// What is still on its way inside the platform cannot be seen from outside. So the comparison is
/// steady only when two rounds, a second apart, found every tablet up to date and the planning
/// unchanged in between. Asked by one thread; answers come on another.
final class SheetComparison {
  private static final int QUESTIONS_AT_ONCE = 8;
  private static final long PAUSE_US = 1_000_000;

  private final PlanningClient planning;
  private final TabletFleet tablets;
  private final Deque<String> toAsk = new ArrayDeque<>();
  private Map<String, Integer> planned = new HashMap<>();
  private Map<String, Integer> plannedBefore = Map.of();
  private int round;
  private int asking;
  private boolean isIncomplete;
  private long roundEndedUs;
  private int goodRounds;

  SheetComparison(PlanningClient planning, TabletFleet tablets) {
    this.planning = planning;
    this.tablets = tablets;
  }

  /// Something moved: what was found so far counts no more.
  synchronized void startOver() {
    goodRounds = 0;
  }

  /// Goes on with the comparison at `nowUs`; to be called every now and then.
  ///
  /// @return the tablets are up to date, and steadily so
  synchronized boolean goOn(long nowUs) {
    if (asking == 0 && toAsk.isEmpty()) {
      if (round > 0 && roundEndedUs == 0) {
        endRound(nowUs);
      }
      if (goodRounds < 2 && (round == 0 || nowUs - roundEndedUs >= PAUSE_US)) {
        startRound();
      }
    }
    return goodRounds >= 2;
  }

  private void startRound() {
    round++;
    roundEndedUs = 0;
    isIncomplete = false;
    plannedBefore = planned;
    planned = new HashMap<>();
    toAsk.addAll(tablets.storedRevisions().keySet());
    for (int i = 0; i < QUESTIONS_AT_ONCE; i++) {
      askNext();
    }
  }

  private void askNext() {
    String driverId = toAsk.poll();
    if (driverId == null) {
      return;
    }
    asking++;
    planning.get(
        "v1/drivers/" + driverId + "/sheet",
        "device-simulator",
        outcome -> answered(driverId, outcome));
  }

  private synchronized void answered(String driverId, PlanningClient.Outcome outcome) {
    asking--;
    if (outcome instanceof PlanningClient.Answered answer && answer.status() == 200) {
      planned.put(driverId, answer.body().path("revision").asInt());
    } else {
      isIncomplete = true;
    }
    askNext();
  }

  private void endRound(long nowUs) {
    roundEndedUs = nowUs;
    boolean isGood = !isIncomplete && behind().isEmpty();
    boolean isUnchanged = goodRounds == 0 || planned.equals(plannedBefore);
    goodRounds = isGood ? (isUnchanged ? goodRounds + 1 : 1) : 0;
  }

  /// Tablets whose sheet is older than the planning's, as far as the last round saw.
  synchronized List<String> behind() {
    Map<String, Integer> stored = tablets.storedRevisions();
    List<String> behind = new ArrayList<>();
    planned.forEach(
        (driverId, revision) -> {
          int onTablet = stored.getOrDefault(driverId, 0);
          if (onTablet < revision) {
            behind.add(driverId + " has " + onTablet + " of " + revision);
          }
        });
    return behind.stream().sorted().toList();
  }

  /// Every tablet's sheet could be compared at least once.
  synchronized boolean isComplete() {
    return round > 0 && !isIncomplete && planned.size() == tablets.size();
  }
}
