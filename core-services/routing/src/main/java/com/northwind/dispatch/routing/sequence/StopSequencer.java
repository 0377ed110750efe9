package com.northwind.dispatch.routing.sequence;

import java.util.List;

/// Finds the best order of a problem's stops. Pure and thread-safe: the same problem always gets
/// the same order.
public final class StopSequencer {
  /// Up to this many stops the order is the best there is; above, the best that was found.
  public static final int EXACT_UP_TO = 12;

  /// Puts the stops in order.
  public SequenceResult solve(SequenceProblem problem) {
    return problem.size() <= EXACT_UP_TO
        ? judge(problem, new ExactSequencer(problem).solve(), Proof.EXACT)
        : judge(problem, new InsertionSequencer(problem).solve(), Proof.HEURISTIC);
  }

  private static SequenceResult judge(SequenceProblem problem, List<Integer> order, Proof proof) {
    Walk walk = Walk.of(problem, order);
    return walk.calls().stream()
        .filter(call -> call.lateSec() > 0)
        .findFirst()
        .<SequenceResult>map(call -> new SequenceResult.Infeasible(walk, call, proof))
        .orElseGet(() -> new SequenceResult.Feasible(walk, proof));
  }
}
