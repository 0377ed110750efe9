package com.northwind.dispatch.loadplanning.load;

/// Why a load does not do what it is asked.
public sealed interface Refusal {

  /// Someone has it already.
  record AlreadyHeld(Assignment holder) implements Refusal {}

  /// Nobody has it.
  record NotHeld() implements Refusal {}

  /// It is completed or called off.
  record Closed(LoadStatus status) implements Refusal {}

  /// The driver does not have it, or saw an older assignment of it.
  record NotTheHolder() implements Refusal {}

  /// It is about an assignment or a routing decision that no longer counts.
  record Stale() implements Refusal {}

  /// It has no such stop.
  record NoSuchStop(String stopId) implements Refusal {}
}
