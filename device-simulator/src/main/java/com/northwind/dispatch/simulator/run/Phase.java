package com.northwind.dispatch.simulator.run;

/// How far a run is.
public enum Phase {
  /// Units and tablets connect for the first time.
  CONNECTING,
  /// The duration counts; dispatchers act.
  RUNNING,
  /// Nothing new is begun; what is on its way arrives.
  SETTLING,
  /// Over.
  ENDED
}
