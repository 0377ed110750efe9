package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.processkit.deadletter.FailureClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.TimeoutException;

/// A handler that does as it is told, for events whose ids begin with a prefix.
final class ScriptedHandler implements EventConsumer.Handler {
  /// Ids of events on which it fails for good.
  final Set<String> poison = ConcurrentHashMap.newKeySet();

  /// Ids of events for which something is away.
  final Set<String> away = ConcurrentHashMap.newKeySet();

  /// Ids of events from which it does not come back before the latch opens.
  final Map<String, CountDownLatch> stuck = new ConcurrentHashMap<>();

  private final String prefix;
  private final boolean together;
  private final boolean keysWait;
  private final List<ConsumedEvent> applied = new CopyOnWriteArrayList<>();
  private final List<String> attempts = new CopyOnWriteArrayList<>();

  ScriptedHandler(String prefix, boolean together, boolean keysWait) {
    this.prefix = prefix;
    this.together = together;
    this.keysWait = keysWait;
  }

  @Override
  public void apply(List<ConsumedEvent> events) throws InterruptedException {
    List<ConsumedEvent> mine =
        events.stream().filter(event -> event.event().id().startsWith(prefix)).toList();
    for (ConsumedEvent event : mine) {
      String id = event.event().id();
      attempts.add(id);
      if (stuck.containsKey(id)) {
        stuck.get(id).await();
      }
      if (away.contains(id)) {
        throw new TimeoutException("something is away");
      }
      if (poison.contains(id)) {
        throw new IllegalStateException("cannot make sense of " + id);
      }
    }
    applied.addAll(mine);
  }

  @Override
  public boolean together() {
    return together;
  }

  @Override
  public boolean keysWait() {
    return keysWait;
  }

  @Override
  public FailureClass classOf(Throwable failure) {
    return FailureClass.of(failure);
  }

  /// Ids of what was applied, in order.
  List<String> applied() {
    return applied.stream().map(event -> event.event().id()).toList();
  }

  /// What was applied, with its places.
  List<ConsumedEvent> events() {
    return List.copyOf(applied);
  }

  /// How often an event was tried.
  long attempts(String id) {
    return attempts.stream().filter(id::equals).count();
  }
}
