package com.northwind.dispatch.simulator.corridor;

import java.util.List;

/// A road between two cities as a chain of great circles through the towns along it.
public final class Corridor {
  private final String road;
  private final List<Place> places;

  /// Distance from the first place to each place, kilometres.
  private final double[] atKm;

  Corridor(String road, List<Place> places) {
    if (places.size() < 2) {
      throw new IllegalArgumentException(road + ": a corridor joins at least two places");
    }
    this.road = road;
    this.places = List.copyOf(places);
    this.atKm = new double[places.size()];
    for (int i = 1; i < atKm.length; i++) {
      atKm[i] = atKm[i - 1] + places.get(i - 1).location().distanceKm(places.get(i).location());
    }
  }

  /// The road's number, e.g. `I-80 west`.
  public String road() {
    return road;
  }

  /// The places along it, in order.
  public List<Place> places() {
    return places;
  }

  /// Length of the chain, kilometres; the real road is longer by its bends.
  public double lengthKm() {
    return atKm[atKm.length - 1];
  }

  /// Where one is `distanceKm` after the first place, and which way the road goes on from there.
  /// Distances outside the corridor count as its ends.
  public RoadPoint at(double distanceKm) {
    double along = Math.clamp(distanceKm, 0, lengthKm());
    int leg = 0;
    while (leg < atKm.length - 2 && along >= atKm[leg + 1]) {
      leg++;
    }
    Coordinate from = places.get(leg).location();
    Coordinate to = places.get(leg + 1).location();
    Coordinate here = from.towards(from.headingDeg(to), along - atKm[leg]);
    // Near the leg's end "to" may be where one stands: the way there is then the way one came.
    double heading =
        here.distanceKm(to) > 0.01 ? here.headingDeg(to) : (to.headingDeg(from) + 180) % 360;
    return new RoadPoint(here, heading);
  }

  /// A point of a road.
  ///
  /// @param location where it is
  /// @param headingDeg direction towards the corridor's last place, degrees from true north
  public record RoadPoint(Coordinate location, double headingDeg) {}
}
