package com.northwind.dispatch.simulator.truck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.corridor.Corridor;
import com.northwind.dispatch.simulator.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruckPlanTest {
  private static final List<Corridor> ROADS = Atlas.northAmerica().corridors();
  private static final int DAY_S = 24 * 3600;

  @Test
  void aDaysDriveAgreesWithItselfStepByStep() {
    for (int number = 0; number < 20; number++) {
      TruckPlan truck = TruckPlan.of(new Seed(7), number, ROADS);
      TruckState before = truck.at(0);
      for (double s = 5; s < DAY_S; s += 5) {
        TruckState now = truck.at(s);
        double drivenKm = now.odometerKm() - before.odometerKm();
        double meanKph = drivenKm / 5 * 3600;
        double movedKm = before.location().distanceKm(now.location());

        assertTrue(now.speedKph() >= 0 && now.speedKph() < 112, now::toString);
        assertEquals((now.speedKph() + before.speedKph()) / 2, meanKph, 6, now::toString);
        assertTrue(movedKm <= drivenKm + 0.001, () -> movedKm + " km on " + drivenKm);
        assertEquals(now.isIgnitionOn(), now.engineSpeedRpm() > 0, now::toString);
        assertTrue(now.isIgnitionOn() || !now.isMoving(), now::toString);
        assertTrue(now.engineHours() >= before.engineHours(), now::toString);
        assertTrue(now.engineHours() - before.engineHours() <= 5.001 / 3600, now::toString);
        assertTrue(now.headingDeg() >= 0 && now.headingDeg() < 360, now::toString);
        assertTrue(now.fuelLevelPercent() >= 25 && now.fuelLevelPercent() <= 100, now::toString);
        before = now;
      }
    }
  }

  @Test
  void headsWhereItGoes() {
    TruckPlan truck = TruckPlan.of(new Seed(7), 3, ROADS);
    int compared = 0;
    for (double s = 0; s < DAY_S; s += 60) {
      TruckState now = truck.at(s);
      TruckState soon = truck.at(s + 1);
      if (now.isMoving() && soon.isMoving()) {
        double way = now.location().headingDeg(soon.location());
        double off = Math.abs((way - now.headingDeg() + 540) % 360 - 180);
        compared += off < 5 ? 1 : 0;
      }
    }
    // A corner within the second is the only exception.
    assertTrue(compared > 500, compared + " headings agree");
  }

  @Test
  void drivesAndParksInADay() {
    TruckPlan truck = TruckPlan.of(new Seed(7), 0, ROADS);
    int parked = 0;
    int driving = 0;
    for (double s = 0; s < DAY_S; s += 60) {
      if (truck.at(s).isIgnitionOn()) {
        driving++;
      } else {
        parked++;
      }
    }
    assertTrue(parked > 60 && driving > parked, driving + " driving, " + parked + " parked");
  }

  @Test
  void oneSeedGivesOneLife() {
    assertEquals(
        TruckPlan.of(new Seed(42), 5, ROADS).at(1234.5),
        TruckPlan.of(new Seed(42), 5, ROADS).at(1234.5));
    assertNotEquals(
        TruckPlan.of(new Seed(42), 5, ROADS).at(1234.5),
        TruckPlan.of(new Seed(43), 5, ROADS).at(1234.5));
  }

  @Test
  void trucksDifferFromEachOther() {
    TruckState one = TruckPlan.of(new Seed(42), 1, ROADS).at(0);
    TruckState two = TruckPlan.of(new Seed(42), 2, ROADS).at(0);
    assertFalse(one.location().distanceKm(two.location()) < 0.1);
  }
}
