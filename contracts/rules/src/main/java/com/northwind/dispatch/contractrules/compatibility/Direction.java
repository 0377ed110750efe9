package com.northwind.dispatch.contractrules.compatibility;

/// Who reads whose data.
public enum Direction {
  /// A reader of the newer schema reads data of the older: replays, and what is still on the topic.
  BACKWARD,
  /// A reader of the older schema reads data of the newer: producers are rolled out first.
  FORWARD;

  /// The other direction.
  Direction reversed() {
    return this == BACKWARD ? FORWARD : BACKWARD;
  }
}
