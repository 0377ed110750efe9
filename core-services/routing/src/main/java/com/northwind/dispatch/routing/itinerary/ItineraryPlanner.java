package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.routing.sequence.Precedence;
import com.northwind.dispatch.routing.sequence.Proof;
import com.northwind.dispatch.routing.sequence.SequenceProblem;
import com.northwind.dispatch.routing.sequence.SequenceResult;
import com.northwind.dispatch.routing.sequence.StopSequencer;
import com.northwind.dispatch.routing.sequence.Visit;
import com.northwind.dispatch.routing.sequence.Walk;
import com.northwind.dispatch.routing.travel.TravelModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Orders the stops of an assignment, or says which stop makes that impossible. Pure: the start is
/// the instant of the assignment, never the wall clock, so a replayed assignment gets the same
/// itinerary.
final class ItineraryPlanner {
  /// More stops than any truck makes on one load; bounds the time a decision can take.
  static final int MAX_STOPS = 100;

  private final TravelModel travel;
  private final StopSequencer sequencer = new StopSequencer();

  ItineraryPlanner(TravelModel travel) {
    this.travel = travel;
  }

  /// Plans one assignment.
  PlanResult plan(Assignment assignment) {
    List<FreightStop> stops = assignment.stops();
    if (stops.isEmpty()) {
      return new PlanResult.Impossible("", "The load has no stops.");
    }
    if (stops.size() > MAX_STOPS) {
      return new PlanResult.Impossible(
          stops.get(MAX_STOPS).stopId(),
          "The load has " + stops.size() + " stops; a route has at most " + MAX_STOPS + ".");
    }
    SequenceProblem problem =
        SequenceProblem.of(
            stops.stream().map(ItineraryPlanner::visit).toList(),
            precedences(stops),
            ceilSec(assignment.assignedAt()),
            travel);
    return switch (sequencer.solve(problem)) {
      case SequenceResult.Feasible(Walk walk, Proof proof) ->
          new PlanResult.Planned(itinerary(stops, walk, proof));
      case SequenceResult.Infeasible(Walk best, Walk.Call failing, Proof proof) ->
          new PlanResult.Impossible(
              stops.get(failing.visit()).stopId(), explain(stops, best, failing, proof));
    };
  }

  /// A delivery comes after the pick-up of each of its consignments. A consignment that nobody
  /// picks up on this load is on board already.
  private static List<Precedence> precedences(List<FreightStop> stops) {
    List<Precedence> pairs = new ArrayList<>();
    for (int pickup = 0; pickup < stops.size(); pickup++) {
      for (int delivery = 0; delivery < stops.size(); delivery++) {
        if (stops.get(pickup).kind() == FreightStop.Kind.PICKUP
            && stops.get(delivery).kind() == FreightStop.Kind.DELIVERY
            && shareConsignment(stops.get(pickup), stops.get(delivery))) {
          pairs.add(new Precedence(pickup, delivery));
        }
      }
    }
    return pairs;
  }

  private static boolean shareConsignment(FreightStop one, FreightStop other) {
    return one.consignmentIds().stream().anyMatch(other.consignmentIds()::contains);
  }

  private static Visit visit(FreightStop stop) {
    return new Visit(
        stop.place(),
        stop.windowStart() == null ? Visit.ALWAYS_OPEN : ceilSec(stop.windowStart()),
        stop.windowEnd() == null ? Visit.NEVER_CLOSES : stop.windowEnd().getEpochSecond(),
        stop.service().toSeconds());
  }

  private Itinerary itinerary(List<FreightStop> stops, Walk walk, Proof proof) {
    List<Itinerary.Call> calls =
        walk.calls().stream()
            .map(
                call ->
                    new Itinerary.Call(
                        stops.get(call.visit()),
                        call.leg(),
                        Instant.ofEpochSecond(call.arrivalSec()),
                        Instant.ofEpochSecond(call.departureSec())))
            .toList();
    return new Itinerary(calls, walk.score().distanceM(), walk.driveSec(), proof, travel.version());
  }

  private static String explain(
      List<FreightStop> stops, Walk best, Walk.Call failing, Proof proof) {
    FreightStop stop = stops.get(failing.visit());
    Duration late = Duration.ofSeconds(failing.lateSec());
    String order =
        String.join(
            ", ", best.calls().stream().map(call -> stops.get(call.visit()).stopId()).toList());
    String claim =
        proof == Proof.EXACT
            ? "no order of the stops meets every window"
            : "no order was found that meets every window";
    return "Stop "
        + stop.describe()
        + " would be reached at "
        + Instant.ofEpochSecond(failing.arrivalSec())
        + ", "
        + inWords(late)
        + " after its window ends at "
        + stop.windowEnd()
        + ", even in the best order ("
        + order
        + "): "
        + claim
        + ".";
  }

  private static String inWords(Duration late) {
    if (late.compareTo(Duration.ofMinutes(1)) < 0) {
      return late.toSeconds() + " s";
    }
    return late.toHours() == 0
        ? late.toMinutes() + " min"
        : late.toHours() + " h " + late.toMinutesPart() + " min";
  }

  private static long ceilSec(Instant instant) {
    return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
  }
}
