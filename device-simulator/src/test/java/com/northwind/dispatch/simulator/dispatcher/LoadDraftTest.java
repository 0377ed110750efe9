package com.northwind.dispatch.simulator.dispatcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.corridor.Coordinate;
import com.northwind.dispatch.simulator.seed.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadDraftTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");
  private static final Coordinate TRUCK = new Coordinate(41.1, -100.7);
  private static final int DRAFTS = 2000;

  private final List<LoadDraft> drafts = drafts(false);

  private static List<LoadDraft> drafts(boolean isAtTruck) {
    List<LoadDraft> drafts = new ArrayList<>();
    for (int i = 0; i < DRAFTS; i++) {
      drafts.add(
          LoadDraft.draw(
              new Seed(3).random("draft", i),
              "PO-" + i,
              TRUCK,
              isAtTruck,
              Atlas.northAmerica().cities(),
              NOW));
    }
    return drafts;
  }

  @Test
  void mostLoadsHaveTwoStopsAndOneInTenFourOrMore() {
    Map<Integer, Integer> byStops = new HashMap<>();
    drafts.forEach(draft -> byStops.merge(Math.min(4, draft.stops().size()), 1, Integer::sum));

    assertEquals(0.75 * DRAFTS, byStops.getOrDefault(2, 0), 80);
    assertEquals(0.15 * DRAFTS, byStops.getOrDefault(3, 0), 60);
    assertEquals(0.10 * DRAFTS, byStops.getOrDefault(4, 0), 50);
  }

  @Test
  void everyConsignmentIsPickedUpAndThenDelivered() {
    for (LoadDraft draft : drafts) {
      Set<String> aboard = new HashSet<>();
      Set<String> delivered = new HashSet<>();
      for (LoadDraft.Stop stop : draft.stops()) {
        assertTrue(!stop.consignmentIds().isEmpty(), draft::toString);
        if (stop.kind().equals("PICKUP")) {
          aboard.addAll(stop.consignmentIds());
        } else {
          assertTrue(aboard.containsAll(stop.consignmentIds()), draft::toString);
          delivered.addAll(stop.consignmentIds());
        }
      }
      assertEquals(aboard, delivered, draft::toString);
    }
  }

  @Test
  void startsNearTheTruck() {
    for (LoadDraft draft : drafts) {
      LoadDraft.Stop first = draft.stops().getFirst();
      Coordinate at = new Coordinate(first.latitudeDeg(), first.longitudeDeg());
      assertTrue(at.distanceKm(TRUCK) <= 32.1, draft::toString);
    }
  }

  @Test
  void startsExactlyAtTheTruckWhenAsked() {
    for (LoadDraft draft : drafts(true)) {
      LoadDraft.Stop first = draft.stops().getFirst();
      Coordinate at = new Coordinate(first.latitudeDeg(), first.longitudeDeg());
      assertEquals(0, at.distanceKm(TRUCK), 0.001);
    }
  }

  @Test
  void aTruckThatStartsNowMeetsEveryWindowInTheOrderGiven() {
    for (LoadDraft draft : drafts) {
      Coordinate at = TRUCK;
      Instant time = NOW.plus(Duration.ofHours(2));
      for (LoadDraft.Stop stop : draft.stops()) {
        Coordinate next = new Coordinate(stop.latitudeDeg(), stop.longitudeDeg());
        time = time.plusSeconds(Math.round(at.distanceKm(next) * 1.2 / 80 * 3600));
        if (stop.windowStart() != null && time.isBefore(Instant.parse(stop.windowStart()))) {
          time = Instant.parse(stop.windowStart());
        }
        if (stop.windowEnd() != null) {
          Instant end = Instant.parse(stop.windowEnd());
          assertTrue(!time.isAfter(end), draft::toString);
        }
        time = time.plus(Duration.ofMinutes(stop.serviceMin()));
        at = next;
      }
    }
  }
}
