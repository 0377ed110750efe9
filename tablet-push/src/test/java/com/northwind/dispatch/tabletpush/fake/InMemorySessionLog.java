package com.northwind.dispatch.tabletpush.fake;

import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.tabletpush.session.SessionLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what was told, in order. A record without `ended_time` tells a start.
public final class InMemorySessionLog implements SessionLog {
  private final List<Session> records = new CopyOnWriteArrayList<>();

  @Override
  public void started(Session session) {
    records.add(session);
  }

  @Override
  public void ended(Session session) {
    records.add(session);
  }

  /// Everything told, oldest first.
  public List<Session> records() {
    return List.copyOf(records);
  }

  /// What a reader of the compacted topic sees of a tablet.
  public Optional<Session> lastOf(String tabletId) {
    return records.stream()
        .filter(session -> session.getDeviceId().equals(tabletId))
        .reduce((older, newer) -> newer);
  }
}
