package com.northwind.dispatch.tabletpush.metrics;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import java.time.Duration;

/// What the engine counts as it happens. Called on event loops: implementations add to a counter
/// and return. Levels (live sessions, stalled receipts, bytes waiting) are read from the engine.
public interface PushMetrics {

  /// Counts nothing.
  PushMetrics NONE = new PushMetrics() {};

  /// A session opened: Hello was accepted.
  default void sessionOpened() {}

  /// An open session ended.
  default void sessionEnded(SessionEndReason reason) {}

  /// The gateway closed or refused a stream, open or not.
  default void streamClosed(CloseReason reason) {}

  /// A sheet was handed to a connection.
  default void sheetPushed(int sizeBytes) {}

  /// A tablet confirmed a sheet.
  ///
  /// @param sinceSent from handing it to the connection to the ON_DEVICE receipt
  default void sheetConfirmed(Duration sinceSent) {}

  /// An action or receipt became durable.
  ///
  /// @param sinceReceived from reading it to the sink's confirmation
  default void uplinkDurable(Duration sinceReceived) {}

  /// The sink could not write; it is tried again.
  default void uplinkFailed() {}

  /// An action was refused for good.
  default void actionRefused() {}

  /// A stream took over from one that seemed alive and of which it knew nothing.
  default void takeover() {}

  /// Two sources use one identity. Once for each episode.
  default void duplicateIdentity(DuplicateIdentity event) {}

  /// Two live sources that share a driver.
  ///
  /// @param driverId the driver
  /// @param firstTabletId tablet of the session that was there
  /// @param firstAddress where it connects from
  /// @param secondTabletId tablet that came
  /// @param secondAddress where it connects from
  record DuplicateIdentity(
      String driverId,
      String firstTabletId,
      String firstAddress,
      String secondTabletId,
      String secondAddress) {}
}
