package com.northwind.dispatch.processkit.deadletter;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.RecordHeader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A dead letter whole.
///
/// @param data what stands on `dead.letters`
/// @param unreturned how many attempts in a row began and never came back
public record LetterBody(DeadLetter data, int unreturned) {
  private static final int MAX_KEY_CHARACTERS = 1_000;
  private static final int MAX_HEADERS = 32;
  private static final int MAX_HEADER_CHARACTERS = 512;

  /// The letter that a record becomes.
  ///
  /// @param node name of the process that parks it
  public static LetterBody of(
      LetterId id,
      ConsumerRecord<String, byte[]> record,
      Failure failure,
      String node,
      Instant now) {
    EnvelopePeek envelope = EnvelopePeek.into(record.value());
    DeadLetter.Builder data =
        DeadLetter.newBuilder()
            .setLetterId(id.toString())
            .setConsumer(id.consumer())
            .setTopic(id.topic())
            .setPartition(id.partition())
            .setOffset(Long.toString(id.offset()))
            .setRecordKey(keyOf(record))
            .addAllHeaders(headersOf(record))
            .setEventId(envelope.id())
            .setEventType(envelope.type())
            .setSchemaRevision(envelope.dataschema())
            .setParkedTime(timestamp(now))
            .setNode(node);
    setValue(data, record.value());
    describe(data, failure, now);
    return new LetterBody(data.build(), 0);
  }

  /// The key that a record waits in line by; empty when it has none. Of a key longer than a
  /// thousand characters only the beginning counts.
  public static String keyOf(ConsumerRecord<String, byte[]> record) {
    return record.key() == null ? "" : Failure.cut(record.key(), MAX_KEY_CHARACTERS);
  }

  /// The letter while another attempt is under way. What it says stays true when the process ends
  /// on that attempt.
  public LetterBody attempting(Instant now) {
    DeadLetter.Builder next = data.toBuilder().clearRedriveRequestedTime();
    next.setLastAttemptTime(timestamp(now)).setAttempts(data.getAttempts() + 1);
    return new LetterBody(next.build(), unreturned + 1);
  }

  /// The letter after another attempt failed.
  ///
  /// @param failure what it failed with; its attempts are counted here, not there
  public LetterBody failedAgain(Failure failure, Instant now) {
    DeadLetter.Builder next = data.toBuilder().clearRedriveRequestedTime();
    int attempts = data.getAttempts() + 1;
    describe(next, failure, now);
    return new LetterBody(next.setAttempts(attempts).build(), 0);
  }

  /// The letter without the record's value, which is larger than a record of ours may be. It is
  /// read from the record's own topic when the letter is re-driven.
  public LetterBody withoutValue(int valueBytes) {
    String problem =
        Failure.cut(
            data.getProblem()
                + " (its value, "
                + valueBytes
                + " bytes, stays at partition "
                + data.getPartition()
                + ", offset "
                + data.getOffset()
                + " of "
                + data.getTopic()
                + ")",
            2_200);
    return new LetterBody(data.toBuilder().clearValue().setProblem(problem).build(), unreturned);
  }

  /// The record's value as it was, or nothing when the letter does not hold it.
  public Optional<byte[]> value() {
    return switch (data.getValueCase()) {
      case TEXT -> Optional.of(data.getText().getBytes(StandardCharsets.UTF_8));
      case RAW -> Optional.of(data.getRaw().toByteArray());
      case VALUE_NOT_SET -> Optional.empty();
    };
  }

  private static void describe(DeadLetter.Builder data, Failure failure, Instant now) {
    data.setReason(failure.reason())
        .setProblem(failure.problem())
        .setStack(failure.stack())
        .setAttempts(failure.attempts());
    if (failure.attempts() > 0) {
      data.setLastAttemptTime(timestamp(now));
    }
  }

  private static void setValue(DeadLetter.Builder data, byte @Nullable [] value) {
    if (value == null) {
      return;
    }
    try {
      data.setText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      data.setRaw(ByteString.copyFrom(value));
    }
  }

  private static List<RecordHeader> headersOf(ConsumerRecord<String, byte[]> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .filter(header -> !header.key().isEmpty())
        .limit(MAX_HEADERS)
        .map(LetterBody::toContract)
        .toList();
  }

  private static RecordHeader toContract(Header header) {
    byte[] value = header.value() == null ? new byte[0] : header.value();
    byte[] kept = Arrays.copyOf(value, Math.min(value.length, MAX_HEADER_CHARACTERS));
    return RecordHeader.newBuilder()
        .setName(Failure.cut(header.key(), MAX_HEADER_CHARACTERS))
        .setValue(new String(kept, StandardCharsets.UTF_8))
        .build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
