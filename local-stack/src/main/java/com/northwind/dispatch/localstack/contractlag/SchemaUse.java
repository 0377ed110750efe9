package com.northwind.dispatch.localstack.contractlag;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How one revision of one type is used on one topic. Belongs to one thread.
public final class SchemaUse {
  /// What is used.
  ///
  /// @param revision number of the revision, or 0 when the events name none
  public record Key(String topic, String type, int revision) {}

  private long events;
  private Instant lastSeen = Instant.MIN;
  private final Map<String, Instant> writers = new HashMap<>();

  void add(String source, Instant at) {
    events++;
    lastSeen = at.isAfter(lastSeen) ? at : lastSeen;
    writers.merge(source, at, (a, b) -> a.isAfter(b) ? a : b);
  }

  /// How many events there are.
  public long events() {
    return events;
  }

  /// When the newest of them was written.
  public Instant lastSeen() {
    return lastSeen;
  }

  /// Who writes it, and when each did so last.
  public Map<String, Instant> writers() {
    return Map.copyOf(writers);
  }
}
