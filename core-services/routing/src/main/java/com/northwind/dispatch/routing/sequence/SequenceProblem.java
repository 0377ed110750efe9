package com.northwind.dispatch.routing.sequence;

import com.northwind.dispatch.routing.travel.Leg;
import com.northwind.dispatch.routing.travel.TravelModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Stops to put in order: the visits, which must come before which, and when the truck may start.
///
/// The truck starts at the first stop of the order, at [#startSec()] or when that stop opens,
/// whichever is later. Immutable.
public final class SequenceProblem {
  private final List<Visit> visits;
  private final List<BitSet> before;
  private final long startSec;
  private final Leg[][] legs;

  private SequenceProblem(List<Visit> visits, List<BitSet> before, long startSec, Leg[][] legs) {
    this.visits = visits;
    this.before = before;
    this.startSec = startSec;
    this.legs = legs;
  }

  /// A problem with its legs taken from a travel model.
  ///
  /// @param startSec earliest start, seconds since 1970 UTC
  /// @throws IllegalArgumentException when there is no visit or the precedences go in a circle
  public static SequenceProblem of(
      List<Visit> visits, List<Precedence> precedences, long startSec, TravelModel travel) {
    int n = visits.size();
    if (n == 0) {
      throw new IllegalArgumentException("there is nothing to put in order");
    }
    List<BitSet> before = new ArrayList<>(n);
    visits.forEach(visit -> before.add(new BitSet(n)));
    precedences.forEach(pair -> before.get(pair.after()).set(pair.before()));
    close(before);
    Leg[][] legs = new Leg[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        legs[from][to] =
            from == to ? Leg.NONE : travel.leg(visits.get(from).place(), visits.get(to).place());
      }
    }
    SequenceProblem problem =
        new SequenceProblem(List.copyOf(visits), List.copyOf(before), startSec, legs);
    problem.requireNoCircle();
    return problem;
  }

  /// How many visits there are.
  public int size() {
    return visits.size();
  }

  /// A visit by its index.
  public Visit visit(int index) {
    return visits.get(index);
  }

  /// Earliest start, seconds since 1970 UTC.
  public long startSec() {
    return startSec;
  }

  /// The way between two visits.
  public Leg leg(int from, int to) {
    return legs[from][to];
  }

  /// When the truck stands at a stop that is the first of the order.
  long firstArrivalSec(int visit) {
    return Math.max(startSec, visits.get(visit).opensSec());
  }

  /// Visits that must come before `visit`, directly or through others. The caller must not change
  /// it.
  BitSet predecessors(int visit) {
    return before.get(visit);
  }

  /// Indexes of the visits that must come before `visit`, as bits. Only for at most 63 visits.
  long predecessorBits(int visit) {
    long[] words = before.get(visit).toLongArray();
    return words.length == 0 ? 0 : words[0];
  }

  /// Adds what follows: if a comes before b and b before c, a comes before c.
  private static void close(List<BitSet> before) {
    for (int middle = 0; middle < before.size(); middle++) {
      for (BitSet predecessors : before) {
        if (predecessors.get(middle)) {
          predecessors.or(before.get(middle));
        }
      }
    }
  }

  private void requireNoCircle() {
    for (int visit = 0; visit < size(); visit++) {
      if (before.get(visit).get(visit)) {
        throw new IllegalArgumentException("the precedences go in a circle");
      }
    }
  }
}
