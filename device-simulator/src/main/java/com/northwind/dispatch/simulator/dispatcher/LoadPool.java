package com.northwind.dispatch.simulator.dispatcher;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The loads one dispatcher looks after: those nobody has, and those given to a driver lately.
/// Confined to the dispatcher's event loop.
final class LoadPool {
  private static final int MAX_GIVEN = 32;

  /// Load and the driver it was entered for, oldest first.
  private final LinkedHashMap<String, String> available = new LinkedHashMap<>();

  private final Map<String, String> enteredFor = new LinkedHashMap<>();
  private final ArrayDeque<String> given = new ArrayDeque<>();

  /// A load was entered with this driver in mind.
  void entered(String loadId, String driverId) {
    enteredFor.put(loadId, driverId);
  }

  /// Nobody has the load.
  void becameAvailable(String loadId) {
    given.remove(loadId);
    available.put(loadId, enteredFor.getOrDefault(loadId, ""));
  }

  /// The load is on its way to somebody, or on its way out.
  void taken(String loadId) {
    available.remove(loadId);
  }

  /// A driver has the load.
  void given(String loadId) {
    given.addLast(loadId);
    if (given.size() > MAX_GIVEN) {
      enteredFor.remove(given.removeFirst());
    }
  }

  /// The load is out of play.
  void gone(String loadId) {
    available.remove(loadId);
    given.remove(loadId);
    enteredFor.remove(loadId);
  }

  /// The load that waits longest, with the driver it was entered for.
  Optional<Map.Entry<String, String>> oldestAvailable() {
    return available.entrySet().stream().findFirst().map(Map.Entry::copyOf);
  }

  /// The load given last.
  Optional<String> lastGiven() {
    return Optional.ofNullable(given.peekLast());
  }

  int available() {
    return available.size();
  }
}
