package com.northwind.dispatch.tabletpush.fake;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.tabletpush.metrics.PushMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Remembers everything it is told. Thread-safe.
public final class RecordingMetrics implements PushMetrics {
  private final List<CloseReason> closes = new CopyOnWriteArrayList<>();
  private final List<SessionEndReason> ends = new CopyOnWriteArrayList<>();
  private final List<Duration> confirmations = new CopyOnWriteArrayList<>();
  private final List<DuplicateIdentity> duplicates = new CopyOnWriteArrayList<>();
  private final AtomicInteger pushes = new AtomicInteger();
  private final AtomicInteger takeovers = new AtomicInteger();
  private final AtomicInteger refusedActions = new AtomicInteger();
  private final AtomicInteger failedWrites = new AtomicInteger();

  @Override
  public void sessionEnded(SessionEndReason reason) {
    ends.add(reason);
  }

  @Override
  public void streamClosed(CloseReason reason) {
    closes.add(reason);
  }

  @Override
  public void sheetPushed(int sizeBytes) {
    pushes.incrementAndGet();
  }

  @Override
  public void sheetConfirmed(Duration sinceSent) {
    confirmations.add(sinceSent);
  }

  @Override
  public void uplinkFailed() {
    failedWrites.incrementAndGet();
  }

  @Override
  public void actionRefused() {
    refusedActions.incrementAndGet();
  }

  @Override
  public void takeover() {
    takeovers.incrementAndGet();
  }

  @Override
  public void duplicateIdentity(DuplicateIdentity event) {
    duplicates.add(event);
  }

  /// Reasons of closed and refused streams, in order.
  public List<CloseReason> closes() {
    return List.copyOf(closes);
  }

  /// Reasons of ended sessions, in order.
  public List<SessionEndReason> ends() {
    return List.copyOf(ends);
  }

  /// How long each confirmed sheet took.
  public List<Duration> confirmations() {
    return List.copyOf(confirmations);
  }

  /// Alerts about shared identities.
  public List<DuplicateIdentity> duplicates() {
    return List.copyOf(duplicates);
  }

  /// Sheets handed to connections.
  public int pushes() {
    return pushes.get();
  }

  /// Takeovers that were charged.
  public int takeovers() {
    return takeovers.get();
  }

  /// Actions refused for good.
  public int refusedActions() {
    return refusedActions.get();
  }

  /// Writes that failed.
  public int failedWrites() {
    return failedWrites.get();
  }
}
