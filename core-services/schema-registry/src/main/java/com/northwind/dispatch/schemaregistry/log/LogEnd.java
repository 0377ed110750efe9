package com.northwind.dispatch.schemaregistry.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;

/// Where the log ends, asked of Kafka.
final class LogEnd {
  private final Admin admin;
  private final LogSettings settings;

  LogEnd(Admin admin, LogSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /// The offset behind everything that any transaction has written, open ones included: what a new
  /// holder of the pen has to have read.
  long ofEverything(Deadline deadline) throws InterruptedException {
    return ask(IsolationLevel.READ_UNCOMMITTED, deadline);
  }

  /// The offset behind everything that is committed.
  long ofCommitted(Deadline deadline) throws InterruptedException {
    return ask(IsolationLevel.READ_COMMITTED, deadline);
  }

  private long ask(IsolationLevel isolation, Deadline deadline) throws InterruptedException {
    long waitNanos = Math.min(deadline.leftNanos(), LogSettings.STEP_LIMIT.toNanos());
    try {
      return admin
          .listOffsets(
              Map.of(settings.partition(), OffsetSpec.latest()), new ListOffsetsOptions(isolation))
          .partitionResult(settings.partition())
          .get(waitNanos, TimeUnit.NANOSECONDS)
          .offset();
    } catch (ExecutionException e) {
      throw new KafkaException("the end of " + settings.topic() + " is not known", e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException(
          "the end of "
              + settings.topic()
              + " was not known within "
              + Duration.ofNanos(waitNanos).toMillis()
              + " ms",
          e);
    }
  }
}
