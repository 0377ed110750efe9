package com.northwind.dispatch.processkit.deadletter;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/// Turns letters into records of `dead.letters` and back. Thread-safe.
public final class LetterCodec {
  /// Header that counts the attempts in a row which began and never came back.
  public static final String UNRETURNED_HEADER = "northwind-unreturned-attempts";

  /// Letters are kept below what brokers and producers take by default.
  static final int MAX_BYTES = 1_000_000;

  private final EventCodec events = EventCodec.ofCatalogue();
  private final String source;
  private final Clock clock;

  /// @param source the `source` of the letters' events, e.g. `/routing/routing-1`
  public LetterCodec(String source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /// The record of a letter; without the parked record's value when it would be too large.
  public ProducerRecord<String, byte[]> encode(LetterBody body) {
    byte[] bytes = bytes(body);
    return bytes.length <= MAX_BYTES ? record(body, bytes) : encodeWithoutValue(body);
  }

  /// The record of a letter without the parked record's value.
  public ProducerRecord<String, byte[]> encodeWithoutValue(LetterBody body) {
    LetterBody smaller = body.withoutValue(body.value().map(value -> value.length).orElse(0));
    return record(smaller, bytes(smaller));
  }

  /// What makes Kafka forget a letter.
  public ProducerRecord<String, byte[]> tombstone(LetterId id) {
    return new ProducerRecord<>(Topics.DEAD_LETTERS.name(), id.toString(), null);
  }

  /// The letter on a record, or nothing when the record is none.
  public Optional<LetterBody> decode(ConsumerRecord<String, byte[]> record) {
    return record.value() != null
            && events.decode(record.value()) instanceof DecodeResult.Read(var event)
            && event.data() instanceof DeadLetter letter
        ? Optional.of(new LetterBody(letter, unreturned(record)))
        : Optional.empty();
  }

  private ProducerRecord<String, byte[]> record(LetterBody body, byte[] bytes) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.DEAD_LETTERS.name(), body.data().getLetterId(), bytes);
    record.headers().add("content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    if (body.unreturned() > 0) {
      byte[] count = Integer.toString(body.unreturned()).getBytes(StandardCharsets.UTF_8);
      record.headers().add(UNRETURNED_HEADER, count);
    }
    return record;
  }

  private byte[] bytes(LetterBody body) {
    String id = body.data().getLetterId();
    return events.encode(
        new EventEnvelope(
            id + "#" + body.data().getAttempts() + "." + body.unreturned(),
            source,
            id,
            clock.instant(),
            id,
            null,
            body.data()));
  }

  private static int unreturned(ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader(UNRETURNED_HEADER);
    String text = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}
