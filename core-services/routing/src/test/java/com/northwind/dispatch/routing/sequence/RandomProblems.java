package com.northwind.dispatch.routing.sequence;

import com.northwind.dispatch.routing.travel.GreatCircleTravel;
import com.northwind.dispatch.routing.travel.Leg;
import com.northwind.dispatch.routing.travel.Place;
import com.northwind.dispatch.routing.travel.TravelModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes problems like those of a day's work, by seed: the same seed, the same problem.
final class RandomProblems {
  /// The start of every problem, seconds since 1970 UTC.
  static final long START_SEC = 1_795_000_000L;

  private static final int HOUR_SEC = 3_600;

  private final Random random;

  RandomProblems(long seed) {
    this.random = new Random(seed);
  }

  /// Pick-ups and deliveries in a region some hundred kilometres wide, most with windows.
  ///
  /// @param tightness 0 for windows that nearly always can be met, 1 for many that cannot
  SequenceProblem onEarth(int stops, double tightness) {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < stops; i++) {
      Place place = new Place(32 + random.nextDouble() * 3, -98 + random.nextDouble() * 3);
      visits.add(visit(place, tightness, stops));
    }
    return SequenceProblem.of(visits, precedences(stops), START_SEC, new GreatCircleTravel());
  }

  /// Legs drawn at random: neither symmetric nor obeying the triangle inequality, and often equal.
  SequenceProblem onNoMap(int stops, double tightness) {
    Leg[][] legs = new Leg[stops][stops];
    for (Leg[] row : legs) {
      for (int to = 0; to < stops; to++) {
        row[to] = new Leg(random.nextInt(20) * 10_000L, random.nextInt(20) * 900L);
      }
    }
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < stops; i++) {
      visits.add(visit(new Place(0, i / 1_000.0), tightness, stops));
    }
    return SequenceProblem.of(visits, precedences(stops), START_SEC, new Table(legs));
  }

  private Visit visit(Place place, double tightness, int stops) {
    long serviceSec = random.nextInt(5) * 1_800L;
    if (random.nextDouble() < 0.3) {
      return new Visit(place, Visit.ALWAYS_OPEN, Visit.NEVER_CLOSES, serviceSec);
    }
    long opensSec = START_SEC + random.nextInt(stops * 3 * HOUR_SEC) - HOUR_SEC;
    long lengthSec = (long) (HOUR_SEC * (1 + random.nextInt(6)) * (1 + (1 - tightness) * 20));
    return new Visit(place, opensSec, opensSec + lengthSec, serviceSec);
  }

  private List<Precedence> precedences(int stops) {
    List<Precedence> pairs = new ArrayList<>();
    for (int after = 1; after < stops; after++) {
      if (random.nextDouble() < 0.5) {
        pairs.add(new Precedence(random.nextInt(after), after));
      }
    }
    return pairs;
  }

  /// A travel model that is a table; the place's longitude says which row.
  private static final class Table implements TravelModel {
    private final Leg[][] legs;

    Table(Leg[][] legs) {
      this.legs = legs;
    }

    @Override
    public Leg leg(Place from, Place to) {
      return legs[row(from)][row(to)];
    }

    @Override
    public String version() {
      return "table";
    }

    private static int row(Place place) {
      return (int) Math.round(place.longitudeDeg() * 1_000);
    }
  }
}
