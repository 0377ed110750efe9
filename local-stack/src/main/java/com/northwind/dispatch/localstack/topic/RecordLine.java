package com.northwind.dispatch.localstack.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// One record on one line.
final class RecordLine {
  private RecordLine() {}

  /// Time, `partition:offset`, key and value; a deleted key has the value `(deleted)`.
  static String full(ConsumerRecord<byte[], byte[]> record) {
    return "%s %d:%d %s %s"
        .formatted(
            Instant.ofEpochMilli(record.timestamp()),
            record.partition(),
            record.offset(),
            text(record.key()),
            value(record));
  }

  /// The value alone, for `jq` and the like.
  static String value(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? "(deleted)" : text(record.value());
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "-" : new String(bytes, StandardCharsets.UTF_8);
  }
}
