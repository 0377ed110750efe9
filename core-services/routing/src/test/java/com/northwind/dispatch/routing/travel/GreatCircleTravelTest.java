package com.northwind.dispatch.routing.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GreatCircleTravelTest {
  private static final Place DALLAS = new Place(32.7767, -96.7970);
  private static final Place OKLAHOMA_CITY = new Place(35.4676, -97.5164);

  private final GreatCircleTravel travel = new GreatCircleTravel();

  @Test
  void multipliesTheGreatCircleByItsCircuityAndDrivesItAtOneSpeed() {
    // Given: the great circle Dallas - Oklahoma City is 306.3 km (haversine, by hand)
    // When
    Leg leg = travel.leg(DALLAS, OKLAHOMA_CITY);

    // Then
    assertEquals(306_300 * 1.2, (double) leg.distanceM(), 1_200);
    assertEquals(leg.distanceM() / (80 / 3.6), (double) leg.driveSec(), 1);
  }

  @Test
  void isNowhereFromAPlaceToItself() {
    assertEquals(Leg.NONE, travel.leg(DALLAS, DALLAS));
  }

  @Test
  void isAsFarThereAsBack() {
    assertEquals(travel.leg(DALLAS, OKLAHOMA_CITY), travel.leg(OKLAHOMA_CITY, DALLAS));
  }

  @Test
  void neverGetsShorterByADetourAlsoAfterRounding() {
    // Given
    Random random = new Random(20_261_122);
    for (int i = 0; i < 20_000; i++) {
      Place a = anywhere(random);
      Place b = anywhere(random);
      Place c = anywhere(random);

      // When
      long direct = travel.leg(a, c).distanceM();
      long detour = travel.leg(a, b).distanceM() + travel.leg(b, c).distanceM();

      // Then
      assertTrue(direct <= detour, () -> a + " " + b + " " + c);
    }
  }

  @Test
  void knowsTheWayAcrossTheDateLine() {
    Leg leg = travel.leg(new Place(0, 179.9), new Place(0, -179.9));

    assertEquals(22_239 * 1.2, (double) leg.distanceM(), 50);
  }

  @Test
  void refusesAPlaceThatIsNotOnEarth() {
    assertThrows(IllegalArgumentException.class, () -> new Place(90.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Place(0, -180.1));
    assertThrows(IllegalArgumentException.class, () -> new Place(Double.NaN, 0));
  }

  private static Place anywhere(Random random) {
    return new Place(25 + random.nextDouble() * 24, -124 + random.nextDouble() * 57);
  }
}
