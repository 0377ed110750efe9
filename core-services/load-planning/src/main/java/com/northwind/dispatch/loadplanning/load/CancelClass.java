package com.northwind.dispatch.loadplanning.load;

/// Why a load was called off, for counting.
public enum CancelClass {
  /// Said in words only.
  IN_WORDS,
  /// The customer called it off.
  CUSTOMER,
  /// The freight was not ready: a truck was ordered and not used.
  FREIGHT_NOT_READY,
  /// The carrier cannot haul it.
  CARRIER,
  /// It was entered by mistake or twice.
  ENTERED_BY_MISTAKE
}
