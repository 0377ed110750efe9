package com.northwind.dispatch.localstack.supervisor;

import java.time.Duration;

/// How long to wait before a process that died is started again: shortly at first, twice as long
/// each time it dies young, and shortly again once it has lived for a while.
final class RestartDelay {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration GROWN_UP = Duration.ofSeconds(30);

  private Duration next = SHORTEST;

  /// The wait after a life of that length.
  Duration after(Duration life) {
    if (life.compareTo(GROWN_UP) >= 0) {
      next = SHORTEST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }
}
