package com.northwind.dispatch.routing.sequence;

import com.northwind.dispatch.routing.travel.Leg;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Finds the best order by dynamic programming over sets of visited stops; the package's page says
/// how and why it is exact. One use, one thread.
final class ExactSequencer {
  private final SequenceProblem problem;
  private final int stops;
  private final int full;
  private final int[] predecessors;

  ExactSequencer(SequenceProblem problem) {
    this.problem = problem;
    this.stops = problem.size();
    this.full = (1 << stops) - 1;
    this.predecessors = new int[stops];
    for (int i = 0; i < stops; i++) {
      predecessors[i] = Math.toIntExact(problem.predecessorBits(i));
    }
  }

  /// The best order; with the least lateness when none is without.
  List<Integer> solve() {
    List<Integer> inTime = search(false);
    return inTime.isEmpty() ? search(true) : inTime;
  }

  /// The best order, or an empty list when every order is late and that is not allowed.
  private List<Integer> search(boolean lateAllowed) {
    LabelTable labels = new LabelTable(stops);
    for (int stop = 0; stop < stops; stop++) {
      if (predecessors[stop] == 0) {
        offer(labels, 1 << stop, stop, LabelTable.NONE, problem.firstArrivalSec(stop), lateAllowed);
      }
    }
    for (int visited = 1; visited < full; visited++) {
      for (int last = 0; last < stops; last++) {
        for (int label = labels.first(visited, last);
            label != LabelTable.NONE;
            label = labels.after(label)) {
          extend(labels, visited, label, lateAllowed);
        }
      }
    }
    return best(labels);
  }

  private void extend(LabelTable labels, int visited, int label, boolean lateAllowed) {
    for (int stop = 0; stop < stops; stop++) {
      boolean open = (visited & (1 << stop)) == 0;
      if (open && (predecessors[stop] & ~visited) == 0) {
        long arrivalSec =
            labels.departureSec(label) + problem.leg(labels.last(label), stop).driveSec();
        offer(labels, visited | (1 << stop), stop, label, arrivalSec, lateAllowed);
      }
    }
  }

  private void offer(
      LabelTable labels, int visited, int stop, int from, long arrivalSec, boolean lateAllowed) {
    Visit visit = problem.visit(stop);
    long late = visit.lateSec(arrivalSec);
    if (late > 0 && !lateAllowed) {
      return;
    }
    boolean begins = from == LabelTable.NONE;
    Leg leg = begins ? Leg.NONE : problem.leg(labels.last(from), stop);
    labels.offer(
        visited,
        stop,
        from,
        begins ? late : labels.lateSec(from) + late,
        visit.departureSec(arrivalSec),
        begins ? 0 : labels.distanceM(from) + leg.distanceM());
  }

  private List<Integer> best(LabelTable labels) {
    int best = LabelTable.NONE;
    for (int last = 0; last < stops; last++) {
      for (int label = labels.first(full, last);
          label != LabelTable.NONE;
          label = labels.after(label)) {
        if (best == LabelTable.NONE || labels.score(label).beats(labels.score(best))) {
          best = label;
        }
      }
    }
    Deque<Integer> order = new ArrayDeque<>(stops);
    for (int label = best; label != LabelTable.NONE; label = labels.parent(label)) {
      order.addFirst(labels.last(label));
    }
    return List.copyOf(order);
  }
}
