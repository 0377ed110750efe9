package com.northwind.dispatch.loadplanning.load;

/// Names a driver.
///
/// @param value the id as everyone else writes it
public record DriverId(String value) {
  public DriverId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a driver id is empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
