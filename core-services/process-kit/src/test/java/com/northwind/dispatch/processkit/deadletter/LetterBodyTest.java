package com.northwind.dispatch.processkit.deadletter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterBodyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T05:41:07.120Z");
  private static final LetterId ID = new LetterId("routing-loads", "planning.loads", 3, 4711);

  private final LetterCodec codec = new LetterCodec("/routing/routing-1", Clock.systemUTC());

  static Stream<byte[]> values() {
    return Stream.of(
        bytes("{\"id\":\"e-1\"}"),
        bytes(""),
        bytes("line\nbreak \u0000 \"quoted\" \\ \ud83d\ude9a"),
        new byte[] {(byte) 0xff, (byte) 0xfe, 0},
        new byte[] {'{', (byte) 0xc3},
        bytes("[".repeat(1_000)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyValueComesBackAsItWas(byte[] value) {
    LetterBody read = throughKafka(letter("L-1", value));

    assertArrayEquals(value, read.value().orElseThrow());
    assertEquals(List.of(), ContractValidator.forWriters().violations(read.data()));
  }

  @Test
  void aValueOfTenMegabytesStaysWhereItIs() {
    LetterBody letter = letter("L-1", bytes("x".repeat(10 << 20)));

    ProducerRecord<String, byte[]> record = codec.encode(letter);

    assertTrue(record.value().length < 10_000, () -> record.value().length + " bytes");
    DeadLetter read = throughKafka(letter).data();
    assertEquals(DeadLetter.ValueCase.VALUE_NOT_SET, read.getValueCase());
    assertTrue(read.getProblem().contains("10485760 bytes, stays at partition 3, offset 4711"));
  }

  @Test
  void hugeKeysHeadersProblemsAndStacksAreCut() {
    ConsumerRecord<String, byte[]> record = record("k".repeat(100_000), bytes("{}"));
    for (int i = 0; i < 100; i++) {
      record.headers().add("header-" + i, new byte[100_000]);
    }
    Throwable deep = new IllegalStateException("p".repeat(1_000_000));

    LetterBody letter = LetterBody.of(ID, record, Failure.bug(deep, 3), "routing-1", NOW);

    assertTrue(codec.encode(letter).value().length < 200_000);
    assertEquals(List.of(), ContractValidator.forWriters().violations(letter.data()));
    assertEquals(LetterBody.keyOf(record), letter.data().getRecordKey());
  }

  @Test
  void saysWhichEventItIsAsFarAsTheRecordDoes() {
    String urn = "urn:northwind:schema:northwind.planning.v1.LoadAssigned:3";
    DeadLetter letter =
        letter(
                "L-1",
                bytes(
                    "{\"id\":\"e\",\"type\":\"t\",\"dataschema\":\"" + urn + "\",\"data\":{\"id\""))
            .data();

    assertEquals("e", letter.getEventId());
    assertEquals("t", letter.getEventType());
    assertEquals(urn, letter.getSchemaRevision());
  }

  @Test
  void anAttemptIsCountedBeforeItBeginsAndAgainstItWhenNobodyComesBack() {
    LetterBody first = letter("L-1", bytes("{}"));

    LetterBody begun = throughKafka(first.attempting(NOW));
    LetterBody failed =
        throughKafka(first.failedAgain(Failure.bug(new IllegalStateException("no"), 1), NOW));

    assertEquals(1, begun.unreturned());
    assertEquals(0, failed.unreturned());
    assertEquals(first.data().getAttempts() + 1, begun.data().getAttempts());
    assertEquals(first.data().getAttempts() + 1, failed.data().getAttempts());
  }

  private LetterBody throughKafka(LetterBody letter) {
    ProducerRecord<String, byte[]> sent = codec.encode(letter);
    ConsumerRecord<String, byte[]> read =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(read.headers()::add);
    return codec.decode(read).orElseThrow();
  }

  private static LetterBody letter(@Nullable String key, byte[] value) {
    return LetterBody.of(ID, record(key, value), Failure.contract("wrong"), "routing-1", NOW);
  }

  private static ConsumerRecord<String, byte[]> record(@Nullable String key, byte[] value) {
    return new ConsumerRecord<>(ID.topic(), ID.partition(), ID.offset(), key, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
