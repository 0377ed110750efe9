package com.northwind.dispatch.localstack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.contracts.operations.v1.RecordHeader;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The commands against a real broker; consumers are played by the test.
@ExtendWith(LocalStack.class)
class DeadLettersCommandTest {
  private static final String TOPIC = Topics.DEAD_LETTERS.name();
  private static final DeadLetterReason BUG = DeadLetterReason.DEAD_LETTER_REASON_BUG;
  private static final DeadLetterReason BEHIND = DeadLetterReason.DEAD_LETTER_REASON_BEHIND;

  @TempDir Path root;

  private final String consumer = "test-" + UUID.randomUUID();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final LocalBroker broker;
  private final KafkaProducer<String, byte[]> producer;

  DeadLettersCommandTest(LocalBroker broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void listShowsATableAndASummary() throws Exception {
    put(letter(7, "L-1", BUG));
    put(letter(9, "L-1", BEHIND));
    put(letter(8, "L-2", DeadLetterReason.DEAD_LETTER_REASON_CONTRACT));

    assertEquals(0, run("list", "--consumer", consumer));

    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.getFirst().startsWith("ID "), out.toString());
    assertTrue(lines.get(1).startsWith(id(7) + "  BUG "), out.toString());
    assertTrue(lines.get(2).startsWith(id(8)), out.toString());
    assertTrue(
        lines.getLast().startsWith("3 of 2 keys (BEHIND 1, BUG 1, CONTRACT 1)"), out.toString());
  }

  @Test
  void listCanBeNarrowedAndReadByPrograms() throws Exception {
    put(letter(7, "L-1", BUG));
    put(letter(8, "L-2", BUG));

    assertEquals(0, run("list", "--consumer", consumer, "--key", "L-2", "--json"));

    List<String> lines = out.toString().lines().toList();
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().contains("\"letterId\":\"" + id(8) + "\""), out.toString());
  }

  @Test
  void showTellsEverythingAndPrintsJsonOverSeveralLines() throws Exception {
    put(letter(7, "L-1", BUG));

    assertEquals(0, run("show", id(7)));

    String text = out.toString();
    assertTrue(text.contains("Problem     cannot make sense of it"), text);
    assertTrue(text.contains("Record      planning.loads, partition 3, offset 7"), text);
    assertTrue(text.contains("Header      content-type: application/json"), text);
    assertTrue(text.contains("  \"loadId\" : \"L-1\""), text);
    assertTrue(text.contains("at com.example.Effect"), text);
  }

  @Test
  void anUnknownIdIsAnsweredWithNearOnes() throws Exception {
    put(letter(4711, "L-1", BUG));

    assertEquals(1, run("show", id(4712)));

    assertTrue(err.toString().contains("There is no dead letter '" + id(4712)), err.toString());
    assertTrue(err.toString().contains(id(4711)), err.toString());
  }

  @Test
  void redriveAsksForTheOldestOfTheKeyAndReportsWhatWasAppliedAndWhatFailed() throws Exception {
    put(letter(7, "L-1", BUG));
    put(letter(8, "L-1", BEHIND));
    put(letter(9, "L-2", BUG));
    put(letter(10, "L-2", BEHIND));
    Set<String> toAnswer = new HashSet<>(Set.of(id(7), id(9)));
    Thread played =
        Thread.ofPlatform()
            .start(
                () ->
                    answer(
                        record -> {
                          if (!isRequest(record) || !toAnswer.remove(key(record))) {
                            return true;
                          }
                          if (id(7).equals(key(record))) {
                            remove(id(7));
                            remove(id(8));
                          } else {
                            put(
                                letter(9, "L-2", BUG).toBuilder()
                                    .setAttempts(4)
                                    .setProblem("still wrong")
                                    .build());
                          }
                          return !toAnswer.isEmpty();
                        }));

    int exit = run("redrive", "--consumer", consumer);

    played.join();
    assertEquals(1, exit);
    String text = out.toString();
    assertTrue(text.contains("Asking for 4 letter(s) of 2 key(s)"), text);
    assertTrue(text.contains("2 applied"), text);
    assertTrue(text.contains("failed again: " + id(9)), text);
    assertTrue(text.contains("still wrong"), text);
    assertTrue(text.contains("1 wait behind those"), text);
  }

  @Test
  void redriveSaysWhenNoConsumerAnswers() throws Exception {
    put(letter(7, "L-1", BUG));

    assertEquals(1, run("redrive", id(7), "--wait", "1s"));

    assertTrue(out.toString().contains("no answer for 1"), out.toString());
    assertTrue(out.toString().contains(consumer), out.toString());
  }

  @Test
  void purgeNamesWhatItWouldDoAndDoesItOnlyWhenToldTo() throws Exception {
    put(letter(7, "L-1", BUG));
    put(letter(8, "L-1", BEHIND));

    assertEquals(1, run("purge", id(7)));
    assertTrue(out.toString().contains("Nothing purged. --yes gives up these 1"), out.toString());
    assertEquals(0, run("purge", id(7), "--yes"));
    assertTrue(out.toString().contains("1 purged"), out.toString());

    assertEquals(List.of(id(8)), left());
  }

  @Test
  void redriveAndPurgeWantToKnowWhichLetters() {
    assertEquals(2, run("redrive"));
    assertEquals(2, run("redrive", "--all", "--consumer", consumer));
    assertEquals(2, run("purge", "--yes"));
    assertTrue(err.toString().contains("Say which"), err.toString());
  }

  private int run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of("deadletters", "--root", root.toString(), command));
    line.addAll(Arrays.asList(arguments));
    line.add("--kafka");
    line.add(broker.bootstrapServers());
    return Commands.line(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(line.toArray(String[]::new));
  }

  /// Plays a consumer that sees the topic's records until it has had enough.
  private void answer(Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
    try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TOPIC)) {
      reader.seek(new ReadFrom.Beginning());
      reader.follow(visitor);
    }
  }

  private List<String> left() {
    Map<String, Boolean> there = new java.util.TreeMap<>();
    try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TOPIC)) {
      reader.seek(new ReadFrom.Beginning());
      reader.readToEnd(
          record -> {
            if (key(record).startsWith(consumer)) {
              there.put(key(record), record.value() != null);
            }
            return true;
          });
    }
    return there.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  private boolean isRequest(ConsumerRecord<byte[], byte[]> record) {
    return record.value() != null
        && codec.decode(record.value()) instanceof DecodeResult.Read(var event)
        && event.data() instanceof DeadLetter letter
        && letter.hasRedriveRequestedTime();
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), UTF_8);
  }

  private String id(long offset) {
    return consumer + "/planning.loads/3/" + offset;
  }

  private DeadLetter letter(long offset, String key, DeadLetterReason reason) {
    Timestamp now = Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()).build();
    return DeadLetter.newBuilder()
        .setLetterId(id(offset))
        .setConsumer(consumer)
        .setTopic("planning.loads")
        .setPartition(3)
        .setOffset(Long.toString(offset))
        .setRecordKey(key)
        .addHeaders(RecordHeader.newBuilder().setName("content-type").setValue("application/json"))
        .setText("{\"data\":{\"loadId\":\"" + key + "\"}}")
        .setEventType("northwind.planning.v1.LoadAssigned")
        .setReason(reason)
        .setProblem("cannot make sense of it")
        .setStack("java.lang.IllegalStateException\n\tat com.example.Effect.apply(Effect.java:1)")
        .setAttempts(reason == BEHIND ? 0 : 3)
        .setParkedTime(now)
        .setNode("test-1")
        .build();
  }

  private void put(DeadLetter letter) {
    send(
        letter.getLetterId(),
        codec.encode(
            new EventEnvelope(
                letter.getLetterId(),
                "/test",
                letter.getLetterId(),
                Instant.EPOCH,
                letter.getLetterId(),
                null,
                letter)));
  }

  private void remove(String id) {
    send(id, null);
  }

  private void send(String id, byte @Nullable [] value) {
    try {
      producer.send(new ProducerRecord<>(TOPIC, id, value)).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
