package com.northwind.dispatch.localstack.deadletter;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import java.time.Instant;
import java.util.Comparator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// A dead letter as it stands on the topic.
///
/// @param letter what it says
/// @param headers headers of its record
/// @param event the record's value, an event as JSON text
public record StoredLetter(DeadLetter letter, Headers headers, String event) {
  /// By consumer, topic, partition and offset: the order in which records came.
  public static final Comparator<StoredLetter> BY_PLACE =
      Comparator.comparing((StoredLetter stored) -> stored.letter().getConsumer())
          .thenComparing(stored -> stored.letter().getTopic())
          .thenComparingInt(stored -> stored.letter().getPartition())
          .thenComparingLong(StoredLetter::offset);

  private static final String UNRETURNED = "northwind-unreturned-attempts";

  /// What keeps letters in line: those of one key wait for each other.
  ///
  /// @param recordKey the record's key, or the letter's id when it has none
  public record Line(String consumer, String topic, String recordKey) {}

  /// Name of the letter.
  public String id() {
    return letter.getLetterId();
  }

  /// The line it stands in.
  public Line line() {
    String key = letter.getRecordKey().isEmpty() ? id() : letter.getRecordKey();
    return new Line(letter.getConsumer(), letter.getTopic(), key);
  }

  /// Place of the record in its partition.
  public long offset() {
    return Long.parseLong(letter.getOffset());
  }

  /// Whether nothing is wrong with the record: it waits for an earlier one.
  public boolean waits() {
    return letter.getReason() == DeadLetterReason.DEAD_LETTER_REASON_BEHIND;
  }

  /// The reason as one word.
  public String reason() {
    return letter.getReason().name().replace("DEAD_LETTER_REASON_", "");
  }

  /// When the record was parked.
  public Instant parkedAt() {
    return instant(letter.getParkedTime());
  }

  /// Whether an attempt has begun whose end is not known.
  public boolean underWay() {
    Header header = headers.lastHeader(UNRETURNED);
    return header != null;
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }
}
