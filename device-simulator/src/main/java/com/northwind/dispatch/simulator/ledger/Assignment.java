package com.northwind.dispatch.simulator.ledger;

/// How far one assignment came. Times are microseconds since 1970, 0 for "not yet". Guarded by the
/// ledger's lock.
final class Assignment {
  final AssignmentKey key;
  final String driverId;

  /// The planning has confirmed it to the dispatcher.
  boolean isConfirmed;

  /// When the dispatcher's request was first sent.
  long sentUs;

  /// When the driver's tablet first stored a sheet with it.
  long receivedUs;

  /// When the driver's acceptance was durable.
  long acceptedUs;

  /// It is on the sheet the tablet holds now.
  boolean isOnTablet;

  /// The driver did everything there was to do.
  boolean isDriven;

  Withdrawal withdrawal = Withdrawal.NONE;

  Assignment(AssignmentKey key, String driverId) {
    this.key = key;
    this.driverId = driverId;
  }

  /// Whether somebody took the load away again.
  enum Withdrawal {
    /// Nobody did.
    NONE,
    /// A dispatcher asked for it and has no answer yet.
    ASKED,
    /// A dispatcher did.
    BY_DISPATCHER,
    /// The planning reopened or cancelled the load itself.
    BY_PLANNING
  }

  boolean isWithdrawn() {
    return withdrawal == Withdrawal.BY_DISPATCHER || withdrawal == Withdrawal.BY_PLANNING;
  }

  /// The driver is done with it, or has lost it.
  boolean isClosed() {
    return isWithdrawn() || (receivedUs > 0 && !isOnTablet);
  }

  /// Nothing more will happen to it.
  boolean isOver() {
    return isConfirmed
        && receivedUs > 0
        && !isOnTablet
        && (acceptedUs > 0 || isWithdrawn())
        && withdrawal != Withdrawal.ASKED;
  }

  /// The tablet should have it and does not.
  boolean isUndelivered() {
    return isConfirmed && !isWithdrawn() && receivedUs == 0;
  }

  /// The tablet has it and the driver's acceptance is not durable.
  boolean isUnaccepted() {
    return isConfirmed && !isClosed() && receivedUs > 0 && acceptedUs == 0;
  }

  /// The driver is done with it, and the tablet still shows it.
  boolean isUncompleted() {
    return isConfirmed && isDriven && isOnTablet && !isWithdrawn();
  }

  /// The tablet still shows what was taken away.
  boolean isStale() {
    return isWithdrawn() && isOnTablet;
  }
}
