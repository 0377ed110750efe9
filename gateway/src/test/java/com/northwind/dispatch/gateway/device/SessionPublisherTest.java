package com.northwind.dispatch.gateway.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.gateway.ingest.EventPublisher;
import com.northwind.dispatch.gateway.ingest.EventWriter;
import com.northwind.dispatch.processkit.canary.ContractCanary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SessionPublisherTest {
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final KnownSessions known = new KnownSessions();

  @Test
  void tellsOnlyTheNewestOfWhatHappensWhileAnEventIsOnItsWay() {
    EventPublisher publisher = EventPublisher.start(() -> kafka, new SimpleMeterRegistry());
    try (publisher) {
      SessionPublisher sessions =
          new SessionPublisher(
              new EventWriter(codec, new ContractCanary(0, new SimpleMeterRegistry()), "gw"),
              publisher,
              known);
      sessions.publish(session("ELD-1", 1));
      awaitSent(1);
      for (int epoch = 2; epoch <= 100; epoch++) {
        sessions.publish(session("ELD-1", epoch));
      }
      sessions.publish(session("ELD-2", 1));
      awaitSent(2);

      kafka.completeNext();
      awaitSent(3);
      kafka.completeNext();
      kafka.completeNext();

      assertEquals(List.of(1, 1, 100), epochsSent());
      assertEquals(Optional.of(100), known.of("ELD-1").map(Session::getEpoch));
    }
    assertEquals(3, kafka.history().size());
  }

  private List<Integer> epochsSent() {
    return kafka.history().stream()
        .map(record -> codec.decode(record.value()))
        .map(result -> ((DecodeResult.Read) result).event().data())
        .map(data -> ((Session) data).getEpoch())
        .toList();
  }

  private void awaitSent(int count) {
    Awaitility.await().until(() -> kafka.history().size() == count);
  }

  private static Session session(String deviceId, int epoch) {
    return Session.newBuilder()
        .setDeviceId(deviceId)
        .setNode("gw")
        .setEpoch(epoch)
        .setSince(Timestamp.newBuilder().setSeconds(epoch))
        .build();
  }
}
