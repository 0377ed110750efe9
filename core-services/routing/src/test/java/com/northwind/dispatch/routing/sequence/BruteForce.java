package com.northwind.dispatch.routing.sequence;

import java.util.ArrayList;
import java.util.List;

/// Tries every order: the oracle the solvers are held to. Shares nothing with them but [Walk].
final class BruteForce {
  private final SequenceProblem problem;
  private final List<Integer> order = new ArrayList<>();
  private Score best = new Score(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  private BruteForce(SequenceProblem problem) {
    this.problem = problem;
  }

  /// The best score of any order that keeps the precedences.
  static Score bestScore(SequenceProblem problem) {
    BruteForce search = new BruteForce(problem);
    search.extend();
    return search.best;
  }

  /// Whether an order has every visit once and each after those that must precede it.
  static boolean isLegal(SequenceProblem problem, List<Integer> order) {
    return order.stream().distinct().count() == problem.size()
        && order.size() == problem.size()
        && order.stream()
            .allMatch(
                visit ->
                    problem.predecessors(visit).stream()
                        .allMatch(before -> order.indexOf(before) < order.indexOf(visit)));
  }

  private void extend() {
    if (order.size() == problem.size()) {
      Score score = Walk.of(problem, order).score();
      best = score.beats(best) ? score : best;
      return;
    }
    for (int visit = 0; visit < problem.size(); visit++) {
      if (!order.contains(visit)
          && problem.predecessors(visit).stream().allMatch(order::contains)) {
        order.add(visit);
        extend();
        order.removeLast();
      }
    }
  }
}
