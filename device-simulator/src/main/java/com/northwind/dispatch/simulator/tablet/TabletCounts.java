package com.northwind.dispatch.simulator.tablet;

import com.northwind.dispatch.simulator.measure.Latency;
import com.northwind.dispatch.simulator.measure.Tally;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What all tablets together did. Written by every tablet, read by the report.
public final class TabletCounts {
  /// Tablets with an open session now.
  public final AtomicInteger connected = new AtomicInteger();

  /// Sessions opened.
  public final LongAdder welcomes = new LongAdder();

  /// Sheets stored.
  public final LongAdder sheetsStored = new LongAdder();

  /// Sheets that came although the tablet already had that version.
  public final LongAdder sheetsRepeated = new LongAdder();

  /// Sheets that came although the tablet already had a newer version.
  public final LongAdder sheetsOutdated = new LongAdder();

  /// Driver actions made.
  public final LongAdder actionsMade = new LongAdder();

  /// Driver actions the gateway answered, taken or refused.
  public final LongAdder actionsAcked = new LongAdder();

  /// Driver actions the gateway refused for good.
  public final LongAdder actionsRefused = new LongAdder();

  /// Receipts made.
  public final LongAdder receiptsMade = new LongAdder();

  /// Receipts that are durable.
  public final LongAdder receiptsAcked = new LongAdder();

  /// From a driver's action to its acknowledgement; outages count.
  public final Latency actionAckLatency = new Latency();

  /// What the drivers did, by kind.
  public final Tally actions = new Tally();

  /// What went wrong, by kind.
  public final Tally errors = new Tally();
}
