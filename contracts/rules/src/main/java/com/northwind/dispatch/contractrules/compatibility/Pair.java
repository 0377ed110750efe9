package com.northwind.dispatch.contractrules.compatibility;

/// The same thing in the older and in the newer schema, and which of them writes data that the
/// other reads.
record Pair<T>(T older, T newer, Direction direction) {
  /// The side whose data is read.
  T writer() {
    return direction == Direction.BACKWARD ? older : newer;
  }

  /// The side that reads.
  T reader() {
    return direction == Direction.BACKWARD ? newer : older;
  }

  /// Another pair with the same roles.
  <U> Pair<U> with(U writer, U reader) {
    return direction == Direction.BACKWARD
        ? new Pair<>(writer, reader, direction)
        : new Pair<>(reader, writer, direction);
  }

  /// The same two with their roles swapped.
  Pair<T> reversed() {
    return new Pair<>(older, newer, direction.reversed());
  }

  /// The rule of a reader that takes less than the writer writes: the newer schema narrowed it
  /// (read by newer readers), or widened it (read by older ones).
  Rule rule(Rule narrowed, Rule widened) {
    return direction == Direction.BACKWARD ? narrowed : widened;
  }
}
