package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What the ELD listeners count.
///
/// The ledger balances: every record read becomes durable, or fails and its connection is closed
/// without an acknowledgement; every rejected frame becomes a record of `eld.rejects`, or is
/// counted as unrecorded because its sender repeats itself.
final class EldMetrics {
  private static final String PREFIX = "northwind.gateway.eld.";

  private final Map<RejectReason, Counter> rejects = new EnumMap<>(RejectReason.class);
  private final Counter framesTcp;
  private final Counter framesUdp;
  private final Counter recordsRead;
  private final Counter recordsDurable;
  private final Counter recordsFailed;
  private final Counter rejectsUnrecorded;
  private final Counter pauses;
  private final Counter overLimit;
  private final Counter slowed;
  private final Timer acks;
  private final Timer firstFrame;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger paused = new AtomicInteger();

  EldMetrics(MeterRegistry meters) {
    for (RejectReason reason : RejectReason.values()) {
      rejects.put(reason, meters.counter(PREFIX + "rejects", "reason", word(reason)));
    }
    framesTcp = meters.counter(PREFIX + "frames", "transport", "tcp");
    framesUdp = meters.counter(PREFIX + "frames", "transport", "udp");
    recordsRead = meters.counter(PREFIX + "records.read");
    recordsDurable = meters.counter(PREFIX + "records.durable");
    recordsFailed = meters.counter(PREFIX + "records.failed");
    rejectsUnrecorded = meters.counter(PREFIX + "rejects.unrecorded");
    pauses = meters.counter(PREFIX + "pauses");
    overLimit = meters.counter(PREFIX + "connections.over.limit");
    slowed = meters.counter(PREFIX + "takeovers.slowed");
    acks = Timer.builder(PREFIX + "ack").publishPercentiles(0.5, 0.99).register(meters);
    firstFrame =
        Timer.builder(PREFIX + "first.frame").publishPercentiles(0.5, 0.99).register(meters);
    Gauge.builder(PREFIX + "connections", connections, AtomicInteger::get).register(meters);
    Gauge.builder(PREFIX + "connections.paused", paused, AtomicInteger::get).register(meters);
  }

  int connections() {
    return connections.get();
  }

  int paused() {
    return paused.get();
  }

  void opened() {
    connections.incrementAndGet();
  }

  void closed() {
    connections.decrementAndGet();
  }

  void refusedOverLimit() {
    overLimit.increment();
  }

  void slowed() {
    slowed.increment();
  }

  void frame(boolean tcp, int records) {
    (tcp ? framesTcp : framesUdp).increment();
    recordsRead.increment(records);
  }

  void durable(int records, long sinceReadNanos) {
    recordsDurable.increment(records);
    acks.record(Duration.ofNanos(sinceReadNanos));
  }

  void failed(int records) {
    recordsFailed.increment(records);
  }

  void rejected(RejectReason reason, boolean recorded) {
    Counter counter = rejects.get(reason);
    if (counter != null) {
      counter.increment();
    }
    if (!recorded) {
      rejectsUnrecorded.increment();
    }
  }

  void firstFrame(long sinceAcceptNanos) {
    firstFrame.record(Duration.ofNanos(sinceAcceptNanos));
  }

  void paused(boolean now) {
    if (now) {
      pauses.increment();
      paused.incrementAndGet();
    } else {
      paused.decrementAndGet();
    }
  }

  private static String word(RejectReason reason) {
    return reason.name().replace("REJECT_REASON_", "").toLowerCase(Locale.ROOT);
  }
}
