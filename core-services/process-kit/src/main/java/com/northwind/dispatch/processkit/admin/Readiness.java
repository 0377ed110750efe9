package com.northwind.dispatch.processkit.admin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/// What must hold before a process may serve, by name. Thread-safe.
public final class Readiness {
  private final Map<String, BooleanSupplier> checks = new ConcurrentSkipListMap<>();

  /// Adds a check; it is called on each request to `/readyz` and must answer at once.
  public void require(String name, BooleanSupplier check) {
    checks.put(name, check);
  }

  /// Names of the checks that do not hold now.
  public List<String> failing() {
    return checks.entrySet().stream()
        .filter(check -> !check.getValue().getAsBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }
}
