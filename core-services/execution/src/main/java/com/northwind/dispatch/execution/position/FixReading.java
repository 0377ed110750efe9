package com.northwind.dispatch.execution.position;

/// What a telemetry record says about where its vehicle is.
public sealed interface FixReading {

  /// It was there.
  record Usable(Fix fix) implements FixReading {}

  /// The device's clock cannot be believed, so neither can the order of its fixes.
  record WrongClock(ClockFault fault) implements FixReading {}

  /// Nothing that may become the last known position.
  record Unusable(Reason reason) implements FixReading {}

  /// Why a record says nothing about where its vehicle is; counted by this name.
  enum Reason {
    /// The record names no vehicle.
    NO_VEHICLE,
    /// The record carries no position.
    NO_POSITION,
    /// The device itself says that the fix is not current.
    INVALID_FIX,
    /// The coordinates are no place on earth, or those of a receiver without a fix.
    NO_SUCH_PLACE,
    /// The record has no time.
    NO_TIME
  }
}
