package com.northwind.dispatch.execution.stop;

/// A load, by the id load planning gave it.
record LoadId(String value) implements Comparable<LoadId> {
  @Override
  public int compareTo(LoadId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
