package com.northwind.dispatch.processkit.lifecycle;

/// Where a process stands. It only moves forward.
public enum ProcessState {
  /// Its parts are being started.
  STARTING,
  /// It serves.
  RUNNING,
  /// It finishes what it has and takes nothing new.
  DRAINING,
  /// Its parts are closed.
  STOPPED;

  /// Whether the step to `next` is allowed.
  public boolean canTransitionTo(ProcessState next) {
    return next.compareTo(this) > 0;
  }
}
