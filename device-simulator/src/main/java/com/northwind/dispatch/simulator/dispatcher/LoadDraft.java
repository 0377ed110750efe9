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
  private static final double LEAST_HAUL_KM = 40;
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
    Shape shape = Shape.draw(random);
    List<Place> near =
        cities.stream()
            .filter(city -> city.location().distanceKm(truck) > LEAST_HAUL_KM)
            .sorted(Comparator.comparingDouble(city -> city.location().distanceKm(truck)))
            .limit(NEAREST_CITIES)
            .toList();
    List<Stop> stops = new ArrayList<>();
    Coordinate at = truck;
    double hours = 0;
    for (int i = 0; i < shape.pickups() + shape.deliveries(); i++) {
      boolean isPickup = i < shape.pickups();
      String shipper = SHIPPERS.get(random.nextInt(SHIPPERS.size()));
      Spot spot =
          isPickup
              ? new Spot(shipper, around(random, truck, 2, 32))
              : dock(random, shipper, near.get(random.nextInt(near.size())));
      if (i == 0 && isAtTruck) {
        spot = new Spot(shipper, truck);
      }
      hours += at.distanceKm(spot.location()) * CIRCUITY / AVERAGE_KPH;
      int serviceMin = 15 + 5 * random.nextInt(10);
      boolean isOpen = random.nextInt(10) == 0;
      double latestH = hours * 3 + 24 + random.nextInt(12);
      stops.add(
          new Stop(
              "S" + (i + 1),
              isPickup ? "PICKUP" : "DELIVERY",
              spot.name(),
              round(spot.location().latitudeDeg()),
              round(spot.location().longitudeDeg()),
              isOpen ? null : window(now, isPickup ? 0 : hours / 2),
              isOpen ? null : window(now, latestH),
              serviceMin,
              shape.consignmentsAt(i)));
      hours += serviceMin / 60.0;
      at = spot.location();
    }
    return new LoadDraft(reference, stops);
  }

  private static Spot dock(SplittableRandom random, String shipper, Place city) {
    return new Spot(shipper + ", " + city.name(), around(random, city.location(), 1, 10));
  }

  private static Coordinate around(
      SplittableRandom random, Coordinate centre, double leastKm, double mostKm) {
    double awayKm = leastKm + random.nextDouble() * (mostKm - leastKm);
    return centre.towards(random.nextDouble() * 360, awayKm);
  }

  private record Spot(String name, Coordinate location) {}

  /// How many stops of which kind.
  private record Shape(int pickups, int deliveries) {
    static Shape draw(SplittableRandom random) {
      int percent = random.nextInt(100);
      if (percent < 75) {
        return new Shape(1, 1);
      }
      if (percent < 90) {
        return random.nextBoolean() ? new Shape(1, 2) : new Shape(2, 1);
      }
      int pickups = 1 + random.nextInt(3);
      return new Shape(pickups, 4 - pickups + random.nextInt(2));
    }

    /// Consignment `c` is picked up at pick-up `c mod pickups` and delivered at delivery `c mod
    /// deliveries`: every stop has one, and every one has both ends.
    List<String> consignmentsAt(int stop) {
      int first = stop < pickups ? stop : stop - pickups;
      int each = stop < pickups ? pickups : deliveries;
      List<String> ids = new ArrayList<>();
      for (int c = first; c < Math.max(pickups, deliveries); c += each) {
        ids.add("C" + (c + 1));
      }
      return ids;
    }
  }

  private static String window(Instant now, double hours) {
    Duration after = Duration.ofMinutes(Math.round(hours * 60));
    return now.plus(after).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
