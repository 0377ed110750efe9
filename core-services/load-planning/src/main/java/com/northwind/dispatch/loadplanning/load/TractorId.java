package com.northwind.dispatch.loadplanning.load;

/// Names a tractor.
///
/// @param value the id as everyone else writes it
public record TractorId(String value) {
  public TractorId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a tractor id is empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
