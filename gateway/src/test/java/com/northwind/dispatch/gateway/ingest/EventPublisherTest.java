package com.northwind.dispatch.gateway.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.canary.ContractCanary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The publisher's promises, with Kafka's own scripted client.
class EventPublisherTest {
  private final EventWriter writer =
      new EventWriter(
          EventCodec.ofCatalogue(), new ContractCanary(0, new SimpleMeterRegistry()), "gw");
  private final MockProducer<String, byte[]> first = newClient();
  private final MockProducer<String, byte[]> second = newClient();
  private final Queue<MockProducer<String, byte[]>> clients =
      new ArrayDeque<>(List.of(first, second));
  private final EventPublisher publisher =
      EventPublisher.start(clients::remove, new SimpleMeterRegistry());
  private final List<String> outcomes = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void confirmsABatchOnceEveryEventIsDurable() {
    submit(new PublishLane(), "frame", event("a"), event("b"));
    awaitSent(first, 2);

    first.completeNext();
    assertEquals(List.of(), outcomes);
    first.completeNext();
    assertEquals(List.of("frame durable"), outcomes);
  }

  @Test
  void sendsInTheOrderOfSubmission() {
    PublishLane lane = new PublishLane();
    for (int i = 0; i < 50; i++) {
      submit(lane, "frame " + i, event("e" + i));
    }
    awaitSent(first, 50);
    assertEquals(
        List.of("e0", "e1", "e2"),
        first.history().stream().limit(3).map(record -> record.key()).toList());
  }

  @Test
  void triesAgainForAsLongAsKafkaTakesNothing() {
    first.sendException = new TimeoutException("no metadata");
    submit(new PublishLane(), "frame", event("a"));
    Awaitility.await().during(Duration.ofMillis(300)).until(() -> first.history().isEmpty());

    first.sendException = null;

    awaitSent(first, 1);
    first.completeNext();
    assertEquals(List.of("frame durable"), outcomes);
  }

  @Test
  void failsWhatABrokenClientHadAndGoesOnWithANewOne() {
    PublishLane ours = new PublishLane();
    submit(ours, "lost", event("a"));
    awaitSent(first, 1);

    first.errorNext(new ClusterAuthorizationException("credentials were revoked"));
    submit(new PublishLane(), "other connection", event("b"));

    awaitSent(second, 1);
    second.completeNext();
    assertTrue(outcomes.getFirst().startsWith("lost failed"), outcomes.toString());
    assertEquals("other connection durable", outcomes.get(1));
    assertTrue(first.closed());
  }

  @Test
  void letsNothingOfAConnectionOvertakeWhatFailed() {
    PublishLane lane = new PublishLane();
    submit(lane, "frame 1", event("a"));
    awaitSent(first, 1);
    first.errorNext(new ClusterAuthorizationException("credentials were revoked"));

    submit(lane, "frame 2", event("b"));

    Awaitility.await().until(() -> outcomes.size() == 2);
    assertTrue(outcomes.get(1).startsWith("frame 2 failed"), outcomes.toString());
    assertEquals(List.of(), second.history());
  }

  @Test
  void failsOnlyAnEventThatKafkaCanNeverTake() {
    first.sendException = new RecordTooLargeException("2 MB");
    submit(new PublishLane(), "huge", event("a"));
    Awaitility.await().until(() -> !outcomes.isEmpty());
    first.sendException = null;
    submit(new PublishLane(), "small", event("b"));

    awaitSent(first, 1);
    first.completeNext();
    assertTrue(outcomes.getFirst().startsWith("huge failed"), outcomes.toString());
    assertEquals("small durable", outcomes.get(1));
  }

  private void submit(PublishLane lane, String name, OutgoingEvent... events) {
    publisher.submit(
        lane,
        List.of(events),
        new Confirmation() {
          @Override
          public void durable() {
            outcomes.add(name + " durable");
          }

          @Override
          public void failed(String because) {
            outcomes.add(name + " failed: " + because);
          }
        });
  }

  private OutgoingEvent event(String key) {
    return writer.write(
        Topics.DEVICE_SESSIONS, key, key, Instant.EPOCH, key, null, Session.getDefaultInstance());
  }

  private static void awaitSent(MockProducer<String, byte[]> client, int count) {
    Awaitility.await().until(() -> client.history().size() == count);
  }

  private static MockProducer<String, byte[]> newClient() {
    return new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  }
}
