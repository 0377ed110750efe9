package com.northwind.dispatch.simulator.eld;

import com.northwind.dispatch.simulator.measure.Latency;
import com.northwind.dispatch.simulator.measure.Tally;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What all ELD units together did. Written by every unit, read by the report.
public final class EldCounts {
  /// Units the gateway has let in and that are still connected.
  public final AtomicInteger connected = new AtomicInteger();

  /// Times a unit was let in.
  public final LongAdder logins = new LongAdder();

  /// Records written to flash.
  public final LongAdder recordsMade = new LongAdder();

  /// Records sent at least once.
  public final LongAdder recordsSent = new LongAdder();

  /// Records sent again because no acknowledgement came for them.
  public final LongAdder recordsResent = new LongAdder();

  /// Records the gateway acknowledged.
  public final LongAdder recordsAcked = new LongAdder();

  /// Records that gave way on a full flash before they were acknowledged.
  public final LongAdder recordsDropped = new LongAdder();

  /// From the making of a record to its acknowledgement; outages count.
  public final Latency ackLatency = new Latency();

  /// What went wrong, by kind.
  public final Tally errors = new Tally();
}
