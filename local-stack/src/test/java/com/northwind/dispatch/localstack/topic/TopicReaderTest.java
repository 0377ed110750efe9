package com.northwind.dispatch.localstack.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class TopicReaderTest {
  private static final String TOPIC = Topics.DEVICE_SESSIONS.name();

  private final LocalBroker broker;
  private final String key = "K-" + UUID.randomUUID();
  private final StringWriter printed = new StringWriter();

  TopicReaderTest(LocalBroker broker) {
    this.broker = broker;
  }

  @Test
  void linesShowTimePlaceKeyAndEvent() throws Exception {
    send(Instant.parse("2026-11-22T05:30:00Z"), "{\"id\":\"one\"}");

    read(new ReadFrom.Beginning(), printer(key, 10, false));

    assertTrue(
        printed
            .toString()
            .matches("2026-11-22T05:30:00Z [0-5]:[0-9]+ " + key + " \\{\"id\":\"one\"}\n"));
  }

  @Test
  void grepAndLimitChooseLinesAndRawLeavesTheEventAlone() throws Exception {
    send(Instant.EPOCH, "{\"id\":\"one\"}");
    send(Instant.EPOCH, "{\"id\":\"two\"}");
    send(Instant.EPOCH, "{\"id\":\"three\"}");

    read(new ReadFrom.Beginning(), printer(key + ".*\"t", 1, true));

    assertEquals(List.of("{\"id\":\"two\"}"), printed.toString().lines().toList());
  }

  @Test
  void aDeletedKeyIsShown() throws Exception {
    send(Instant.EPOCH, null);

    read(new ReadFrom.Beginning(), printer(key, 10, false));

    assertTrue(printed.toString().endsWith(key + " (deleted)\n"));
  }

  @Test
  void readingFromATimeLeavesOutWhatIsOlder() throws Exception {
    Instant later = Instant.now();
    send(Instant.EPOCH, "old");
    send(later, "new");

    read(new ReadFrom.Time(later.minusSeconds(1)), printer(key, 10, true));

    assertEquals(List.of("new"), printed.toString().lines().toList());
  }

  @Test
  void readingFromTheEndShowsOnlyWhatComes() throws Exception {
    send(Instant.EPOCH, "before");
    try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TOPIC)) {
      reader.seek(reader.endOffsets());
      send(Instant.EPOCH, "after");

      reader.follow(printer(key, 1, true)::print);
    }

    assertEquals(List.of("after"), printed.toString().lines().toList());
  }

  private void read(ReadFrom from, TopicPrinter printer) {
    try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TOPIC)) {
      reader.seek(from);
      reader.readToEnd(printer::print);
    }
  }

  private TopicPrinter printer(String grep, long limit, boolean raw) {
    return new TopicPrinter(new PrintWriter(printed), Pattern.compile(grep), limit, raw);
  }

  private void send(Instant time, @Nullable String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, null, time.toEpochMilli(), key, value)).get();
    }
  }
}
