package com.northwind.dispatch.routing.sequence;

import com.northwind.dispatch.routing.travel.Leg;
import java.util.ArrayList;
import java.util.List;

/// An order of a problem's visits, walked through: when the truck is where.
///
/// @param calls the visits in their order
/// @param score what the order comes to
public record Walk(List<Call> calls, Score score) {

  /// One visit in its place.
  ///
  /// @param visit index of the visit in the problem
  /// @param leg the way from the visit before; [Leg#NONE] for the first
  /// @param arrivalSec arrival, seconds since 1970 UTC
  /// @param departureSec departure after service, seconds since 1970 UTC
  /// @param lateSec seconds after the window's end; 0 when in time
  public record Call(int visit, Leg leg, long arrivalSec, long departureSec, long lateSec) {}

  public Walk {
    calls = List.copyOf(calls);
  }

  /// Walks a problem's visits in an order. Precedence is the caller's business.
  public static Walk of(SequenceProblem problem, List<Integer> order) {
    List<Call> calls = new ArrayList<>(order.size());
    long distanceM = 0;
    long lateSec = 0;
    long clockSec = problem.startSec();
    for (int i = 0; i < order.size(); i++) {
      int visit = order.get(i);
      Leg leg = i == 0 ? Leg.NONE : problem.leg(order.get(i - 1), visit);
      long arrivalSec = i == 0 ? problem.firstArrivalSec(visit) : clockSec + leg.driveSec();
      Visit stop = problem.visit(visit);
      long late = stop.lateSec(arrivalSec);
      clockSec = stop.departureSec(arrivalSec);
      calls.add(new Call(visit, leg, arrivalSec, clockSec, late));
      distanceM += leg.distanceM();
      lateSec += late;
    }
    return new Walk(calls, new Score(lateSec, clockSec, distanceM));
  }

  /// Seconds at the wheel.
  public long driveSec() {
    return calls.stream().mapToLong(call -> call.leg().driveSec()).sum();
  }
}
