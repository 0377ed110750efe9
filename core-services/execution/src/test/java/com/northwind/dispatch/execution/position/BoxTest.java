package com.northwind.dispatch.execution.position;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxTest {
  @Test
  void holdsEveryPlaceThatIsNear() {
    // Given: pairs of places some hundred metres apart, also near poles and the date line
    Random random = new Random(13);
    int near = 0;
    for (int i = 0; i < 100_000; i++) {
      Place here = new Place(random.nextDouble() * 179.9 - 89.95, random.nextDouble() * 360 - 180);
      double northDeg = (random.nextDouble() - 0.5) / 100;
      double eastDeg =
          (random.nextDouble() - 0.5) / 100 / Math.cos(Math.toRadians(here.latitudeDeg()));
      Place there =
          new Place(
              Math.clamp(here.latitudeDeg() + northDeg, -90, 90),
              wrapped(here.longitudeDeg() + eastDeg));

      // Then
      if (here.distanceM(there) <= 300) {
        near++;
        assertTrue(Box.around(List.of(here), 300).contains(there), () -> here + " " + there);
      }
    }
    assertTrue(near > 10_000, "near: " + near);
  }

  @Test
  void isNotMuchLargerThanItsPlaces() {
    Box box = Box.around(List.of(new Place(32, -97), new Place(33, -96)), 300);

    assertTrue(box.contains(new Place(32.5, -96.5)));
    assertFalse(box.contains(new Place(31.99, -97)));
    assertFalse(box.contains(new Place(32, -97.01)));
    assertFalse(box.contains(new Place(33.01, -96)));
    assertFalse(box.contains(new Place(33, -95.99)));
  }

  private static double wrapped(double longitudeDeg) {
    if (longitudeDeg > 180) {
      return longitudeDeg - 360;
    }
    return longitudeDeg < -180 ? longitudeDeg + 360 : longitudeDeg;
  }
}
