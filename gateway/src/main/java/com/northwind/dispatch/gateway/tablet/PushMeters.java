package com.northwind.dispatch.gateway.tablet;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.tabletpush.TabletPush;
import com.northwind.dispatch.tabletpush.metrics.PushMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/// Counts what the delivery engine does.
final class PushMeters implements PushMetrics {
  private static final String PREFIX = "northwind.gateway.tablet.";

  private final MeterRegistry meters;
  private final Counter opened;
  private final Counter sheets;
  private final Counter sheetBytes;
  private final Timer confirmed;
  private final Timer durable;
  private final Counter uplinkFailures;
  private final Counter actionsRefused;
  private final Counter takeovers;
  private final Counter duplicates;

  PushMeters(MeterRegistry meters) {
    this.meters = meters;
    opened = meters.counter(PREFIX + "sessions.opened");
    sheets = meters.counter(PREFIX + "sheets.pushed");
    sheetBytes = meters.counter(PREFIX + "sheets.pushed.bytes");
    confirmed = timer("sheet.confirmed");
    durable = timer("uplink.durable");
    uplinkFailures = meters.counter(PREFIX + "uplink.failures");
    actionsRefused = meters.counter(PREFIX + "actions.refused");
    takeovers = meters.counter(PREFIX + "takeovers");
    duplicates = meters.counter(PREFIX + "duplicate.identities");
  }

  /// Shows the engine's levels.
  void watch(TabletPush push) {
    Gauge.builder(PREFIX + "streams", push, TabletPush::streamCount).register(meters);
    Gauge.builder(PREFIX + "sessions", push, TabletPush::sessionCount).register(meters);
    Gauge.builder(PREFIX + "mailboxes", push, TabletPush::driverCount).register(meters);
    Gauge.builder(PREFIX + "mailboxes.bytes", push, TabletPush::mailboxBytes).register(meters);
    Gauge.builder(PREFIX + "uplink.bytes", push, TabletPush::uplinkBytes).register(meters);
    Gauge.builder(PREFIX + "receipts.stalled", push, p -> p.stalledReceipts().size())
        .register(meters);
  }

  @Override
  public void sessionOpened() {
    opened.increment();
  }

  @Override
  public void sessionEnded(SessionEndReason reason) {
    meters
        .counter(PREFIX + "sessions.ended", "reason", word(reason.name(), "SESSION_END_REASON_"))
        .increment();
  }

  @Override
  public void streamClosed(CloseReason reason) {
    meters
        .counter(PREFIX + "streams.closed", "reason", word(reason.name(), "CLOSE_REASON_"))
        .increment();
  }

  @Override
  public void sheetPushed(int sizeBytes) {
    sheets.increment();
    sheetBytes.increment(sizeBytes);
  }

  @Override
  public void sheetConfirmed(Duration sinceSent) {
    confirmed.record(sinceSent);
  }

  @Override
  public void uplinkDurable(Duration sinceReceived) {
    durable.record(sinceReceived);
  }

  @Override
  public void uplinkFailed() {
    uplinkFailures.increment();
  }

  @Override
  public void actionRefused() {
    actionsRefused.increment();
  }

  @Override
  public void takeover() {
    takeovers.increment();
  }

  @Override
  public void duplicateIdentity(DuplicateIdentity event) {
    duplicates.increment();
  }

  private Timer timer(String name) {
    return Timer.builder(PREFIX + name).publishPercentiles(0.5, 0.99).register(meters);
  }

  private static String word(String name, String prefix) {
    return name.replace(prefix, "").toLowerCase(Locale.ROOT);
  }
}
