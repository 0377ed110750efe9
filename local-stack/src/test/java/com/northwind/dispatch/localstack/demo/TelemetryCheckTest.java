package com.northwind.dispatch.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.eld.v1.RejectedFrame;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// On a real topic, with records as the gateway writes them.
@ExtendWith(LocalStack.class)
class TelemetryCheckTest {
  private static final String TOPIC = Topics.ELD_TELEMETRY.name();

  private final LocalBroker broker;
  private final EventCodec codec = EventCodec.ofCatalogue();
  private KafkaProducer<String, byte[]> producer;
  private Map<TopicPartition, Long> start = Map.of();

  TelemetryCheckTest(LocalBroker broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @BeforeEach
  void noteWhereTheTopicStands() {
    write("ELD-0001", 1, "of an earlier run");
    try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TOPIC)) {
      start = reader.endOffsets();
    }
  }

  @AfterEach
  void closeProducer() {
    producer.close();
  }

  @Test
  void nothingIsLostWhenEveryAcknowledgedRecordIsOnTheTopic() {
    write("ELD-0001", 1, "a");
    write("ELD-0001", 2, "b");
    write("ELD-0002", 1, "c");

    TelemetryCheck.Findings findings =
        compare(Map.of("ELD-0001", ranges(1, 2), "ELD-0002", ranges(1, 1)));

    assertEquals(new TelemetryCheck.Findings(3, 0, 0, 0, 0, List.of()), findings);
  }

  @Test
  void acknowledgedRecordsThatAreMissingAreLostHoweverManyOthersThereAre() {
    write("ELD-0001", 1, "a");
    write("ELD-0001", 4, "b");
    write("ELD-0002", 1, "c");
    write("ELD-0002", 2, "d");

    TelemetryCheck.Findings findings = compare(Map.of("ELD-0001", ranges(1, 4)));

    assertEquals(2, findings.lost());
    assertEquals(List.of("ELD-0001#2", "ELD-0001#3"), findings.examples());
  }

  @Test
  void anEventThatIsThereTwiceIsRepeatedNotDoubled() {
    write("ELD-0001", 1, "a");
    write("ELD-0001", 1, "a");

    TelemetryCheck.Findings findings = compare(Map.of("ELD-0001", ranges(1, 1)));

    assertEquals(1, findings.onTopic());
    assertEquals(1, findings.repeated());
    assertEquals(0, findings.twins());
  }

  @Test
  void aRecordUnderTwoIdsIsDoubled() {
    write("ELD-0001", 1, "a");
    write("ELD-0001", 1, "another id");

    assertEquals(1, compare(Map.of("ELD-0001", ranges(1, 1))).twins());
  }

  @Test
  void whatIsNoTelemetryEventIsCountedAsUnreadable() {
    send("ELD-0001", "not JSON".getBytes(StandardCharsets.UTF_8));
    send("ELD-0001", codec.encode(envelope("x", RejectedFrame.getDefaultInstance())));

    assertEquals(2, compare(Map.of()).unreadable());
  }

  @Test
  void telemetryOfDevicesThatAreNotSimulatedIsPassedOver() {
    send(
        "ELD-9999",
        codec.encode(envelope("y", Telemetry.newBuilder().setDeviceId("ELD-9999").build())));

    assertEquals(new TelemetryCheck.Findings(0, 0, 0, 0, 0, List.of()), compare(Map.of()));
  }

  private TelemetryCheck.Findings compare(Map<String, List<AckedRecords.Range>> acked) {
    TelemetryCheck check = new TelemetryCheck();
    try (TopicReader reader = new TopicReader(broker.bootstrapServers(), TOPIC)) {
      reader.seek(start);
      reader.readToEnd(check::take);
    }
    return check.compare(new AckedRecords(acked));
  }

  private static List<AckedRecords.Range> ranges(long first, long last) {
    return List.of(new AckedRecords.Range(first, last));
  }

  private void write(String deviceId, long sequence, String eventId) {
    Telemetry telemetry =
        Telemetry.newBuilder()
            .setDeviceId(deviceId)
            .addVendorParameters(VendorParameter.newBuilder().setName("io239").setNumber(1))
            .addVendorParameters(
                VendorParameter.newBuilder().setName("io10001").setNumber((double) sequence))
            .build();
    send(deviceId, codec.encode(envelope(eventId, telemetry)));
  }

  private void send(String key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the broker refused a record", e);
    }
  }

  private static EventEnvelope envelope(String id, Message data) {
    return new EventEnvelope(id, "/gateway/test", "T-0001", Instant.EPOCH, "T-0001", null, data);
  }
}
