package com.northwind.dispatch.simulator.dispatcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.simulator.seed.Seed;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatcherPlanTest {
  @Test
  void oneSeedGivesOnePlan() {
    assertEquals(
        DispatchOffice.planHash(new Seed(5), 20, 300),
        DispatchOffice.planHash(new Seed(5), 20, 300));
    assertNotEquals(
        DispatchOffice.planHash(new Seed(5), 20, 300),
        DispatchOffice.planHash(new Seed(6), 20, 300));
  }

  @Test
  void aStepDoesNotDependOnTheStepsBefore() {
    DispatcherPlan plan = new DispatcherPlan(new Seed(5), 2);
    plan.step(0);
    plan.step(1);

    DispatcherPlan.Step late = plan.step(41);
    DispatcherPlan.Step alone = new DispatcherPlan(new Seed(5), 2).step(41);

    assertEquals(alone.act(), late.act());
    assertEquals(alone.offsetMs(), late.offsetMs());
    assertEquals(alone.random().nextLong(), late.random().nextLong());
  }

  @Test
  void mixesTheActsByTheirShares() {
    Map<Act, Integer> counts = new EnumMap<>(Act.class);
    for (int dispatcher = 0; dispatcher < 20; dispatcher++) {
      for (int step = 0; step < 500; step++) {
        counts.merge(new DispatcherPlan(new Seed(1), dispatcher).step(step).act(), 1, Integer::sum);
      }
    }
    assertEquals(3800, counts.getOrDefault(Act.CREATE, 0), 250);
    assertEquals(4000, counts.getOrDefault(Act.ASSIGN, 0), 250);
    assertEquals(300, counts.getOrDefault(Act.UNASSIGN, 0), 90);
    assertEquals(300, counts.getOrDefault(Act.CANCEL, 0), 90);
  }

  @Test
  void actsAreSpreadOverTheSecond() {
    int early = 0;
    for (int step = 0; step < 1000; step++) {
      early += new DispatcherPlan(new Seed(1), 0).step(step).offsetMs() < 500 ? 1 : 0;
    }
    int counted = early;
    assertTrue(early > 400 && early < 600, () -> counted + " of 1,000 in the first half");
  }
}
