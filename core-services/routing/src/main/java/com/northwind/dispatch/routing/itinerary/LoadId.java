package com.northwind.dispatch.routing.itinerary;

/// A load, by the id load planning gave it.
record LoadId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
