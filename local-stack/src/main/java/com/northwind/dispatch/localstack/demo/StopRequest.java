package com.northwind.dispatch.localstack.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The wish that a demo ends early, with its summary. Thread-safe.
public final class StopRequest {
  private final CountDownLatch made = new CountDownLatch(1);

  /// Makes the wish.
  public void make() {
    made.countDown();
  }

  /// Waits for it.
  ///
  /// @return whether it was made within the time given
  boolean madeWithin(Duration time) throws InterruptedException {
    return made.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
