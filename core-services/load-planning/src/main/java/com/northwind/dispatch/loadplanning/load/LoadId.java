package com.northwind.dispatch.loadplanning.load;

/// Names a load.
///
/// @param value the id as everyone else writes it
public record LoadId(String value) {
  public LoadId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a load id is empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
