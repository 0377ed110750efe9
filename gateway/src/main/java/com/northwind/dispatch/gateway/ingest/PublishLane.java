package com.northwind.dispatch.gateway.ingest;

/// Events that must reach Kafka in their order: those of one connection.
///
/// Once one of them has failed the lane is broken and the publisher refuses the rest, so that
/// nothing later overtakes what the device is going to send again. Thread-safe.
public final class PublishLane {
  private volatile boolean broken;

  /// Refuses everything that has not been sent yet.
  public void breakOff() {
    broken = true;
  }

  boolean isBroken() {
    return broken;
  }
}
