package com.northwind.dispatch.routing.sequence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds a good order of many stops: cheapest insertion from several starting orders, then local
/// search. Deterministic. One use, one thread.
final class InsertionSequencer {
  /// Orders walked through before the search stops improving.
  private static final int MAX_WALKS = 200_000;

  private final SequenceProblem problem;
  private int walks;

  InsertionSequencer(SequenceProblem problem) {
    this.problem = problem;
  }

  /// A good order; with little lateness when none without is found.
  List<Integer> solve() {
    List<Integer> best = List.of();
    for (Comparator<Integer> queue : queues()) {
      List<Integer> order = improve(insertAll(queue));
      if (best.isEmpty() || score(order).beats(score(best))) {
        best = order;
      }
    }
    return best;
  }

  private List<Comparator<Integer>> queues() {
    return List.of(
        Comparator.<Integer>comparingLong(stop -> problem.visit(stop).closesSec())
            .thenComparing(Comparator.naturalOrder()),
        Comparator.<Integer>comparingLong(stop -> problem.visit(stop).opensSec())
            .thenComparing(Comparator.naturalOrder()),
        Comparator.naturalOrder());
  }

  private List<Integer> insertAll(Comparator<Integer> queue) {
    List<Integer> order = new ArrayList<>(problem.size());
    IntStream.range(0, problem.size())
        .boxed()
        .sorted(queue)
        .forEach(stop -> insertCheapest(order, stop));
    return order;
  }

  private void insertCheapest(List<Integer> order, int stop) {
    int bestPlace = -1;
    Score bestScore = null;
    for (int place = 0; place <= order.size(); place++) {
      order.add(place, stop);
      if (keepsPrecedence(order)) {
        Score score = score(order);
        if (bestScore == null || score.beats(bestScore)) {
          bestScore = score;
          bestPlace = place;
        }
      }
      order.subList(place, place + 1).clear();
    }
    // Any set of stops without a circle leaves at least one place.
    order.add(bestPlace, stop);
  }

  private List<Integer> improve(List<Integer> start) {
    List<Integer> best = start;
    boolean improved = true;
    while (improved && walks < MAX_WALKS) {
      List<Integer> next = bestNeighbour(best);
      improved = score(next).beats(score(best));
      best = improved ? next : best;
    }
    return best;
  }

  private List<Integer> bestNeighbour(List<Integer> order) {
    List<Integer> best = order;
    Score bestScore = score(order);
    for (int from = 0; from < order.size(); from++) {
      for (int to = 0; to < order.size(); to++) {
        for (List<Integer> neighbour : neighbours(order, from, to)) {
          if (keepsPrecedence(neighbour)) {
            Score score = score(neighbour);
            if (score.beats(bestScore)) {
              best = neighbour;
              bestScore = score;
            }
          }
        }
      }
    }
    return best;
  }

  private static List<List<Integer>> neighbours(List<Integer> order, int from, int to) {
    if (from == to) {
      return List.of();
    }
    List<Integer> moved = new ArrayList<>(order);
    moved.subList(from, from + 1).clear();
    moved.add(to, order.get(from));
    if (from > to) {
      return List.of(moved);
    }
    List<Integer> swapped = new ArrayList<>(order);
    Collections.swap(swapped, from, to);
    List<Integer> reversed = new ArrayList<>(order);
    Collections.reverse(reversed.subList(from, to + 1));
    return List.of(moved, swapped, reversed);
  }

  /// Whether no visit of the order comes before one that must precede it.
  private boolean keepsPrecedence(List<Integer> order) {
    BitSet still = new BitSet(problem.size());
    order.forEach(still::set);
    for (int visit : order) {
      if (problem.predecessors(visit).intersects(still)) {
        return false;
      }
      still.clear(visit);
    }
    return true;
  }

  private Score score(List<Integer> order) {
    walks++;
    return Walk.of(problem, order).score();
  }
}
