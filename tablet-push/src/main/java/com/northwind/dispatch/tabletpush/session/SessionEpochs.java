package com.northwind.dispatch.tabletpush.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Gives each new session a number above every number known for its driver and for its tablet, so
/// that the record with the highest epoch is the newest session on every gateway. Thread-safe.
public final class SessionEpochs {
  private final ConcurrentMap<String, Long> highestByDriver = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> highestByTablet = new ConcurrentHashMap<>();

  /// Learns of a session, from wherever.
  public void observe(String driverId, String tabletId, long number) {
    highestByDriver.merge(driverId, number, Math::max);
    highestByTablet.merge(tabletId, number, Math::max);
  }

  /// The number of a new session.
  ///
  /// @param lastEpoch what the tablet says its previous session had; 0 for none
  public long next(String driverId, String tabletId, long lastEpoch) {
    long ofDriver = Math.max(lastEpoch, ofDriver(driverId));
    Long next =
        highestByTablet.compute(
            tabletId, (id, known) -> Math.max(ofDriver, known == null ? 0 : known) + 1);
    highestByDriver.merge(driverId, next, Math::max);
    return next;
  }

  /// Highest number known for the driver; 0 for none.
  public long ofDriver(String driverId) {
    return highestByDriver.getOrDefault(driverId, 0L);
  }

  /// Highest number known for the tablet; 0 for none.
  public long ofTablet(String tabletId) {
    return highestByTablet.getOrDefault(tabletId, 0L);
  }
}
