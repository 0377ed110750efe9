package com.northwind.dispatch.routing.sequence;

/// What sequencing comes to.
public sealed interface SequenceResult {

  /// An order in which every stop is served in its window.
  record Feasible(Walk walk, Proof proof) implements SequenceResult {}

  /// No order meets every window.
  ///
  /// @param best the order with the least lateness
  /// @param failing the first call of that order which comes too late
  record Infeasible(Walk best, Walk.Call failing, Proof proof) implements SequenceResult {}
}
