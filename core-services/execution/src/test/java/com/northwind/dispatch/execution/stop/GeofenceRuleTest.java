package com.northwind.dispatch.execution.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.northwind.dispatch.execution.position.Fix;
import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GeofenceRuleTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Place STOP = new Place(32.7767, -96.7970);

  private final List<GeofenceRule.Crossing> crossings = new ArrayList<>();
  private Presence presence = new Presence.Away();

  @Test
  void arrivesAtTheFirstOfTwoSlowFixesInside() {
    drive(0, 280, 12);
    drive(5, 150, 8);

    assertEquals(List.of(Step.ARRIVED), steps());
    assertEquals(NOON, crossings.getFirst().at());
  }

  @Test
  void doesNotArriveWhenItPassesOnTheHighway() {
    drive(0, 290, 100);
    drive(5, 150, 100);
    drive(10, 20, 100);
    drive(15, 250, 100);
    drive(20, 700, 100);

    assertEquals(List.of(), steps());
    assertInstanceOf(Presence.Away.class, presence);
  }

  @Test
  void doesNotArriveByOneSlowFixAtATrafficLight() {
    drive(0, 200, 0);
    drive(30, 600, 60);

    assertEquals(List.of(), steps());
  }

  @Test
  void arrivesAfterTwoMinutesInsideWhateverTheSpeedSays() {
    drive(0, 200, null);
    drive(60, 210, null);
    drive(120, 190, null);

    assertEquals(List.of(Step.ARRIVED), steps());
    assertEquals(NOON, crossings.getFirst().at());
  }

  @Test
  void needsSlowFixesThatFollowEachOther() {
    drive(0, 250, 10);
    drive(5, 200, 40);
    drive(10, 150, 10);
    assertEquals(List.of(), steps());

    drive(15, 100, 3);
    assertEquals(List.of(Step.ARRIVED), steps());
  }

  @Test
  void departsAtTheFirstOfTwoFixesOutside() {
    arrive();

    drive(600, 520, 20);
    drive(630, 1_400, 60);

    assertEquals(List.of(Step.ARRIVED, Step.DEPARTED), steps());
    assertEquals(NOON.plusSeconds(600), crossings.getLast().at());
  }

  @Test
  void doesNotDepartByOneStrayFix() {
    arrive();

    drive(600, 2_000, 0);
    drive(605, 100, 0);
    drive(610, 2_000, 0);
    drive(615, 100, 0);

    assertEquals(List.of(Step.ARRIVED), steps());
  }

  @Test
  void doesNotFlutterBetweenTheRadii() {
    arrive();

    drive(60, 299, 5);
    drive(90, 301, 5);
    drive(120, 499, 5);
    drive(150, 310, 5);

    assertEquals(List.of(Step.ARRIVED), steps());
    assertInstanceOf(Presence.There.class, presence);
  }

  @Test
  void visitsAStopOnce() {
    arrive();
    drive(600, 600, 40);
    drive(605, 700, 40);
    drive(3_600, 100, 0);
    drive(3_605, 100, 0);

    assertEquals(List.of(Step.ARRIVED, Step.DEPARTED), steps());
  }

  private void arrive() {
    drive(0, 100, 0);
    drive(5, 100, 0);
  }

  private void drive(long second, double distanceM, @Nullable Integer speedKph) {
    Place place = new Place(STOP.latitudeDeg() + distanceM / 111_195, STOP.longitudeDeg());
    Fix fix =
        new Fix(
            "T-1",
            "ELD-1",
            NOON.plusSeconds(second),
            NOON.plusSeconds(second + 1),
            place,
            speedKph == null ? null : (double) speedKph,
            null,
            null,
            null,
            false,
            "event");
    GeofenceRule.Seen seen = GeofenceRule.see(presence, STOP, fix);
    presence = seen.next();
    seen.crossing().ifPresent(crossings::add);
  }

  private List<Step> steps() {
    return crossings.stream().map(GeofenceRule.Crossing::step).toList();
  }
}
