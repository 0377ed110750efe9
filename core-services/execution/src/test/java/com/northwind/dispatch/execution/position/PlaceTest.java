package com.northwind.dispatch.execution.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void measuresTheGreatCircle() {
    // A hundredth of a degree of latitude is 1,111.95 m on a sphere of the mean radius.
    assertEquals(1_111.95, new Place(32.00, -96).distanceM(new Place(32.01, -96)), 0.01);
  }

  @Test
  void neverCallsANearPlaceFar() {
    // Given: pairs of places from 0 to 600 m apart, also near poles and the date line
    Random random = new Random(11);
    int near = 0;
    for (int i = 0; i < 100_000; i++) {
      Place here = new Place(random.nextDouble() * 179 - 89.5, random.nextDouble() * 360 - 180);
      double north = (random.nextDouble() - 0.5) / 100;
      double east =
          (random.nextDouble() - 0.5) / 100 / Math.cos(Math.toRadians(here.latitudeDeg()));
      Place there = new Place(here.latitudeDeg() + north, wrapped(here.longitudeDeg() + east));

      // Then
      if (here.distanceM(there) <= 300) {
        near++;
        assertTrue(here.isPerhapsWithin(300, there), () -> here + " " + there);
      }
    }
    assertTrue(near > 10_000, "near: " + near);
  }

  @Test
  void callsAFarPlaceFarWithoutMeasuring() {
    Place dallas = new Place(32.7767, -96.7970);

    assertFalse(dallas.isPerhapsWithin(300, new Place(32.7767, -96.8070)));
    assertFalse(dallas.isPerhapsWithin(300, new Place(32.7867, -96.7970)));
  }

  @Test
  void knowsThatAReceiverWithoutAFixSaysZeroZero() {
    assertFalse(Place.isPlausible(0, 0));
    assertFalse(Place.isPlausible(91, 10));
    assertFalse(Place.isPlausible(Double.NaN, 10));
    assertTrue(Place.isPlausible(0, 10));
  }

  private static double wrapped(double longitudeDeg) {
    return longitudeDeg > 180 ? longitudeDeg - 360 : Math.max(longitudeDeg, -180);
  }
}
