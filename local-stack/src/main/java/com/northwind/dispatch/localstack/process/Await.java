package com.northwind.dispatch.localstack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something outside this JVM that cannot say by itself when it happens.
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private Await() {}

  /// Looks every few milliseconds until the condition holds or the time is over.
  ///
  /// @return whether the condition held
  public static boolean until(Duration limit, BooleanSupplier condition) {
    return until(limit, PAUSE, condition);
  }

  /// Looks again after each pause until the condition holds or the time is over.
  ///
  /// @return whether the condition held
  public static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
