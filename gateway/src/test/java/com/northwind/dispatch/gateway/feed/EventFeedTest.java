package com.northwind.dispatch.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.kafka.TopicView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventFeedTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String TOPIC = Topics.DEVICE_DIRECTORY.name();

  private final String run = "ELD-" + UUID.randomUUID();
  private final KafkaSettings kafka =
      new KafkaSettings(LocalBroker.shared().bootstrapServers(), "gateway-" + run);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final KafkaProducer<String, byte[]> producer = kafka.newProducer("test");
  private final Map<String, Device> known = new ConcurrentHashMap<>();
  private final Map<String, DeadLetter> letters = new ConcurrentHashMap<>();
  private final List<String> history = new CopyOnWriteArrayList<>();
  private TopicView topic = TopicView.start(Topics.DEAD_LETTERS, kafka, this::onLetter);

  @BeforeEach
  void watch() throws InterruptedException {
    topic.awaitCaughtUp();
  }

  @AfterEach
  void close() {
    topic.close();
    producer.close();
  }

  @Test
  void aBadRecordLeavesItsKeyAsItWasAndIsALetterUntilAGoodOneTakesItsPlace() throws Exception {
    write("1", device("1", "T-0001"));
    try (FeedLetters shelf = FeedLetters.start(kafka, meters, Clock.systemUTC());
        EventFeed feed = feed(shelf)) {
      await().atMost(LIMIT).until(() -> known.containsKey(run + "1"));
      assertTrue(feed.caughtUp());

      write("1", "not json".getBytes(UTF_8));
      write("2", device("2", "T-0002"));

      await().atMost(LIMIT).until(() -> letters.size() == 1);
      DeadLetter letter = letters.values().iterator().next();
      assertEquals("gateway-device-directory", letter.getConsumer());
      assertEquals(DeadLetterReason.DEAD_LETTER_REASON_CONTRACT, letter.getReason());
      assertEquals("not json", letter.getText());
      await().atMost(LIMIT).until(() -> known.containsKey(run + "2"));
      assertEquals("T-0001", vehicle("1"));

      write("1", device("1", "T-0009"));
      await().atMost(LIMIT).until(letters::isEmpty);
      assertEquals("T-0009", vehicle("1"));
    }
  }

  @Test
  void dataThatBreaksItsRulesIsNotTaken() throws Exception {
    try (FeedLetters shelf = FeedLetters.start(kafka, meters, Clock.systemUTC());
        EventFeed feed = feed(shelf)) {
      write("1", codec.encode(envelope("1", Device.newBuilder().setVehicleId("T-0001").build())));

      await().atMost(LIMIT).until(() -> letters.size() == 1);
      assertTrue(feed.caughtUp());
      assertTrue(known.isEmpty());
      assertTrue(letters.values().iterator().next().getProblem().contains("breaks its contract"));
    }
  }

  @Test
  void aGatewayThatStartsAgainWritesNoLetterTwiceAndNoneForAKeyThatIsGoodByNow() throws Exception {
    write("1", "not json".getBytes(UTF_8));
    write("2", "not json either".getBytes(UTF_8));
    write("2", device("2", "T-0002"));
    try (FeedLetters shelf = FeedLetters.start(kafka, meters, Clock.systemUTC());
        EventFeed feed = feed(shelf)) {
      await().atMost(LIMIT).until(() -> letters.size() == 1);
      assertTrue(feed.caughtUp());
    }
    try (FeedLetters shelf = FeedLetters.start(kafka, meters, Clock.systemUTC());
        EventFeed feed = feed(shelf)) {
      write("3", "neither".getBytes(UTF_8));
      await().atMost(LIMIT).until(() -> letters.size() == 2);
      assertTrue(feed.caughtUp());
    }

    assertEquals(List.of("1", "3"), history);
    // When: the key is good before the next gateway looks
    write("1", device("1", "T-0001"));
    try (FeedLetters shelf = FeedLetters.start(kafka, meters, Clock.systemUTC());
        EventFeed feed = feed(shelf)) {
      await().atMost(LIMIT).until(() -> letters.size() == 1);
      assertTrue(feed.caughtUp());
    }
  }

  private EventFeed feed(FeedLetters shelf) {
    return EventFeed.start(
        Topics.DEVICE_DIRECTORY,
        kafka,
        shelf,
        (key, data) -> {
          if (key.startsWith(run) && data instanceof Device device) {
            known.put(key, device);
          }
        },
        meters);
  }

  private @Nullable String vehicle(String key) {
    Device device = known.get(run + key);
    return device == null ? null : device.getVehicleId();
  }

  private void onLetter(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      letters.remove(record.key());
    } else if (codec.decode(record.value()) instanceof DecodeResult.Read(var event)
        && event.data() instanceof DeadLetter letter
        && letter.getRecordKey().startsWith(run)) {
      history.add(letter.getRecordKey().substring(run.length()));
      letters.put(record.key(), letter);
    }
  }

  private byte[] device(String key, String vehicle) {
    return codec.encode(
        envelope(
            key,
            Device.newBuilder()
                .setDeviceId(run + key)
                .setKind(DeviceKind.DEVICE_KIND_ELD)
                .setStatus(DeviceStatus.DEVICE_STATUS_ACTIVE)
                .setVehicleId(vehicle)
                .build()));
  }

  private EventEnvelope envelope(String key, Device device) {
    return new EventEnvelope(run + key, "/test", run + key, Instant.EPOCH, run + key, null, device);
  }

  private void write(String key, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(TOPIC, run + key, value)).get();
  }
}
