package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.routing.travel.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A load from Dallas to Austin, as tests need it.
final class Loads {
  static final LoadId LOAD = new LoadId("L-1");
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Place DALLAS = new Place(32.7767, -96.7970);
  static final Place AUSTIN = new Place(30.2672, -97.7431);

  private Loads() {}

  static Assignment assignment(int assignmentNo, List<FreightStop> stops) {
    return new Assignment(LOAD, assignmentNo, "D-0001", "T-0001", stops, NOW);
  }

  /// A pick-up and its delivery, both open.
  static List<FreightStop> dallasToAustin() {
    return List.of(
        new FreightStop(
            "S1",
            FreightStop.Kind.PICKUP,
            "Dallas",
            DALLAS,
            null,
            null,
            minutes(30),
            List.of("C1")),
        new FreightStop(
            "S2",
            FreightStop.Kind.DELIVERY,
            "Austin",
            AUSTIN,
            null,
            null,
            minutes(45),
            List.of("C1")));
  }

  /// The same, but Austin closes an hour after the start: it is some four and a half hours away.
  static List<FreightStop> tooLateAtDelivery() {
    FreightStop delivery = dallasToAustin().getLast();
    return List.of(
        dallasToAustin().getFirst(),
        new FreightStop(
            delivery.stopId(),
            delivery.kind(),
            delivery.locationName(),
            delivery.place(),
            null,
            NOW.plus(Duration.ofHours(1)),
            delivery.service(),
            delivery.consignmentIds()));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
