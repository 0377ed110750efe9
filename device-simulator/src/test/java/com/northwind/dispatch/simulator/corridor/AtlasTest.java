package com.northwind.dispatch.simulator.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AtlasTest {
  private final Atlas atlas = Atlas.northAmerica();

  @Test
  void knowsEnoughCitiesAndRoads() {
    assertTrue(atlas.cities().size() >= 40, () -> atlas.cities().size() + " cities");
    assertTrue(atlas.corridors().size() >= 20, () -> atlas.corridors().size() + " corridors");
  }

  @Test
  void everyPlaceIsInNorthAmerica() {
    for (Corridor corridor : atlas.corridors()) {
      for (Place place : corridor.places()) {
        Coordinate at = place.location();
        assertTrue(at.latitudeDeg() > 24 && at.latitudeDeg() < 56, place::toString);
        assertTrue(at.longitudeDeg() > -125 && at.longitudeDeg() < -66, place::toString);
      }
    }
  }

  @Test
  void roadsJoinCitiesInLegsATruckDrivesInADay() {
    for (Corridor corridor : atlas.corridors()) {
      assertTrue(corridor.places().getFirst().isCity(), corridor::road);
      assertTrue(corridor.places().getLast().isCity(), corridor::road);
      for (int i = 1; i < corridor.places().size(); i++) {
        Place from = corridor.places().get(i - 1);
        Place to = corridor.places().get(i);
        double legKm = from.location().distanceKm(to.location());
        assertTrue(legKm > 20 && legKm < 620, () -> from + " to " + to + ": " + legKm + " km");
      }
    }
  }

  @Test
  void everyCityIsOnARoad() {
    Set<String> onRoads = new HashSet<>();
    atlas.corridors().forEach(road -> road.places().forEach(place -> onRoads.add(place.name())));
    atlas.cities().forEach(city -> assertTrue(onRoads.contains(city.name()), city::name));
  }

  @Test
  void roadsRarelyTurnBack() {
    for (Corridor corridor : atlas.corridors()) {
      double beelineKm =
          corridor
              .places()
              .getFirst()
              .location()
              .distanceKm(corridor.places().getLast().location());
      assertTrue(corridor.lengthKm() < 1.6 * beelineKm, () -> corridor.road() + " winds too much");
    }
  }

  @Test
  void aWalkAlongARoadNeverJumps() {
    for (Corridor corridor : atlas.corridors()) {
      Corridor.RoadPoint before = corridor.at(0);
      for (double km = 1; km < corridor.lengthKm(); km += 1) {
        Corridor.RoadPoint now = corridor.at(km);
        double steppedKm = before.location().distanceKm(now.location());
        // Shorter only where a corner is cut.
        assertTrue(steppedKm < 1.0001, () -> corridor.road() + " jumps " + steppedKm + " km");
        before = now;
      }
    }
  }

  @Test
  void aRoadStartsAndEndsAtItsCities() {
    Corridor corridor = atlas.corridors().getFirst();
    Coordinate first = corridor.places().getFirst().location();
    Coordinate last = corridor.places().getLast().location();

    assertEquals(0, corridor.at(-5).location().distanceKm(first), 0.001);
    assertEquals(0, corridor.at(corridor.lengthKm() + 5).location().distanceKm(last), 0.001);
  }
}
