package com.northwind.dispatch.servicekit.outbox;

import java.util.List;

/// Takes what leaves the outbox.
interface RecordSink {
  /// Sends rows in their order and returns once every one is durable at the other side; waits for
  /// as long as that takes.
  void send(List<OutboxRow> rows) throws InterruptedException;
}
