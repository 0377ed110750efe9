package com.northwind.dispatch.execution.position;

import java.time.Instant;

/// A device said a time that cannot be.
///
/// @param claimedTime the time the device said
/// @param receivedTime when the gateway had the record
public record ClockFault(
    String deviceId, String vehicleId, Reason reason, Instant claimedTime, Instant receivedTime) {

  /// How the time is wrong.
  public enum Reason {
    /// More than [FixReader#MAX_AHEAD] after it was received.
    FROM_THE_FUTURE,
    /// Before [FixReader#EARLIEST].
    ANCIENT
  }
}
