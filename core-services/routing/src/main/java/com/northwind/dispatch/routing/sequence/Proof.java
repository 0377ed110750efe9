package com.northwind.dispatch.routing.sequence;

/// How much an order's claim to be the best is worth.
public enum Proof {
  /// No order is better.
  EXACT,
  /// No better order was found.
  HEURISTIC
}
