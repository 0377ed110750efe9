package com.northwind.dispatch.simulator.dispatcher;

import com.northwind.dispatch.simulator.corridor.Coordinate;
import com.northwind.dispatch.simulator.corridor.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A load as a dispatcher would enter it: freight near a truck, for cities within a day or two.
///
/// @param reference the customer's reference
/// @param stops pick-ups first, then deliveries
record LoadDraft(String reference, List<Stop> stops) {
  private static final double CIRCUITY = 1.2;
  private static final double AVERAGE_KPH = 80;
  private static final int NEAREST_CITIES = 10;
  private static final List<String> SHIPPERS =
      List.of(
          "Prairie Cold Storage",
          "Union Paper",
          "Lakeside Foods",
          "Summit Steel",
          "Harbor Freight Terminal",
          "Valley Produce",
          "Ironwood Furniture",
          "Red River Grain",
          "Cascade Building Supply",
          "Great Plains Auto Parts");

  LoadDraft {
    stops = List.copyOf(stops);
  }

  /// One stop, in the words of the planning's REST API.
  record Stop(
      String stopId,
      String kind,
      String locationName,
      double latitudeDeg,
      double longitudeDeg,
      @Nullable String windowStart,
      @Nullable String windowEnd,
      int serviceMin,
      List<String> consignmentIds) {
    Stop {
      consignmentIds = List.copyOf(consignmentIds);
    }
  }

  /// Draws a load that starts around `truck`: three in four have two stops, most others three, one
  /// in ten four or more; windows a truck can meet that starts now.
  ///
  /// @param isAtTruck the first pick-up is where the truck stands, instead of somewhere near
  static LoadDraft draw(
      SplittableRandom random,
      String reference,
      Coordinate truck,
      boolean isAtTruck,
      List<Place> cities,
      Instant now) {
    int shape = random.nextInt(100);
    int pickups = shape < 75 ? 1 : shape < 90 ? 1 + (shape & 1) : 1 + random.nextInt(3);
    int deliveries = shape < 75 ? 1 : shape < 90 ? 2 - (shape & 1) : Math.max(2, 4 - pickups);
    List<Place> near =
        cities.stream()
            .filter(city -> city.location().distanceKm(truck) > 40)
            .sorted(Comparator.comparingDouble(city -> city.location().distanceKm(truck)))
            .limit(NEAREST_CITIES)
            .toList();
    List<Stop> stops = new ArrayList<>();
    int consignments = Math.max(pickups, deliveries);
    Coordinate at = truck;
    double hours = 0;
    for (int i = 0; i < pickups + deliveries; i++) {
      boolean isPickup = i < pickups;
      String name = SHIPPERS.get(random.nextInt(SHIPPERS.size()));
      Coordinate location;
      if (isPickup) {
        double awayKm = i == 0 && isAtTruck ? 0 : 2 + random.nextDouble() * 30;
        location = truck.towards(random.nextDouble() * 360, awayKm);
      } else {
        Place city = near.get(random.nextInt(near.size()));
        name = name + ", " + city.name();
        location = city.location().towards(random.nextDouble() * 360, 1 + random.nextDouble() * 9);
      }
      hours += at.distanceKm(location) * CIRCUITY / AVERAGE_KPH;
      int serviceMin = 15 + 5 * random.nextInt(10);
      boolean isOpen = random.nextInt(10) == 0;
      stops.add(
          new Stop(
              "S" + (i + 1),
              isPickup ? "PICKUP" : "DELIVERY",
              name,
              round(location.latitudeDeg()),
              round(location.longitudeDeg()),
              isOpen ? null : window(now, isPickup ? 0 : hours / 2),
              isOpen ? null : window(now, hours * 3 + 24 + random.nextInt(12)),
              serviceMin,
              consignmentsAt(
                  isPickup ? i : i - pickups, isPickup ? pickups : deliveries, consignments)));
      hours += serviceMin / 60.0;
      at = location;
    }
    return new LoadDraft(reference, stops);
  }

  /// Consignment `c` is picked up at pick-up `c mod pickups`, delivered at delivery `c mod
  /// deliveries`: every stop has one, and every one has both ends.
  private static List<String> consignmentsAt(int index, int stopsOfKind, int consignments) {
    List<String> ids = new ArrayList<>();
    for (int c = index; c < consignments; c += stopsOfKind) {
      ids.add("C" + (c + 1));
    }
    return ids;
  }

  private static String window(Instant now, double hours) {
    Duration after = Duration.ofMinutes(Math.round(hours * 60));
    return now.plus(after).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
