package com.northwind.dispatch.simulator.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CoordinateTest {
  private static final Coordinate DENVER = new Coordinate(39.7392, -104.9903);
  private static final Coordinate CHICAGO = new Coordinate(41.8781, -87.6298);

  @Test
  void knowsTheGreatCircleBetweenTwoCities() {
    assertEquals(1477, DENVER.distanceKm(CHICAGO), 8);
    assertEquals(DENVER.distanceKm(CHICAGO), CHICAGO.distanceKm(DENVER), 1e-9);
  }

  @Test
  void oneDegreeOfLatitudeIsA360thOfTheCircle() {
    assertEquals(111.195, new Coordinate(40, -100).distanceKm(new Coordinate(41, -100)), 0.01);
  }

  @Test
  void headsTheFourWays() {
    Coordinate here = new Coordinate(0, -100);
    assertEquals(0, here.headingDeg(new Coordinate(1, -100)), 1e-9);
    assertEquals(90, here.headingDeg(new Coordinate(0, -99)), 1e-9);
    assertEquals(180, here.headingDeg(new Coordinate(-1, -100)), 1e-9);
    assertEquals(270, here.headingDeg(new Coordinate(0, -101)), 1e-9);
  }

  @Test
  void goingTheWayAndTheDistanceArrives() {
    Coordinate arrived = DENVER.towards(DENVER.headingDeg(CHICAGO), DENVER.distanceKm(CHICAGO));
    assertEquals(0, arrived.distanceKm(CHICAGO), 0.001);
  }

  @Test
  void refusesAPlaceThatIsNotOnEarth() {
    assertThrows(IllegalArgumentException.class, () -> new Coordinate(91, 0));
    assertThrows(IllegalArgumentException.class, () -> new Coordinate(0, Double.NaN));
  }
}
