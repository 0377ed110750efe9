package com.northwind.dispatch.contracts.validation;

/// One place where an event breaks its contract.
///
/// @param pointer JSON pointer into the event's data, e.g. `/stops/0/stopId`
/// @param problem what was expected and what was found, in one sentence without the place
public record Violation(String pointer, String problem) {

  @Override
  public String toString() {
    return pointer + " " + problem;
  }
}
