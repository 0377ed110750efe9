package com.northwind.dispatch.gateway.ingest;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Events that count only together: the records of one frame.
///
/// The publisher takes the events out one by one, so that their bytes are free as soon as the Kafka
/// client has its copy.
final class EventBatch {
  private final PublishLane lane;
  private final Confirmation confirmation;
  private final Queue<OutgoingEvent> unsent;
  private final AtomicInteger unconfirmed;
  private final AtomicBoolean settled = new AtomicBoolean();

  EventBatch(PublishLane lane, Collection<OutgoingEvent> events, Confirmation confirmation) {
    this.lane = lane;
    this.confirmation = confirmation;
    this.unsent = new ArrayDeque<>(events);
    this.unconfirmed = new AtomicInteger(events.size());
  }

  Queue<OutgoingEvent> unsent() {
    return unsent;
  }

  boolean isGivenUp() {
    return lane.isBroken();
  }

  void confirmOne() {
    if (unconfirmed.decrementAndGet() == 0 && settled.compareAndSet(false, true)) {
      confirmation.durable();
    }
  }

  void fail(String because) {
    lane.breakOff();
    if (settled.compareAndSet(false, true)) {
      confirmation.failed(because);
    }
  }
}
