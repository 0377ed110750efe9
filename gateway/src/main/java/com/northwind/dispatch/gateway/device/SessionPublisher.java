package com.northwind.dispatch.gateway.device;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.ingest.Confirmation;
import com.northwind.dispatch.gateway.ingest.EventPublisher;
import com.northwind.dispatch.gateway.ingest.EventWriter;
import com.northwind.dispatch.gateway.ingest.PublishLane;
import com.northwind.dispatch.processkit.trace.TraceParent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells everybody which devices are connected: the only writer of `device.sessions` in this
/// process. Returns at once and keeps the order of a device's sessions. Thread-safe.
///
/// At most one event of a device is on its way to Kafka; of what happens to the device meanwhile
/// only the newest is told afterwards, as the compacted topic would keep it. So an outage of Kafka
/// costs one event per device, however often the devices come and go.
public final class SessionPublisher {
  private static final Logger log = LoggerFactory.getLogger(SessionPublisher.class);

  private final EventWriter writer;
  private final EventPublisher publisher;
  private final KnownSessions known;

  /// By device: the event on its way, and the newest one that waits for it.
  private final ConcurrentMap<String, Telling> tellings = new ConcurrentHashMap<>();

  private record Telling(Session onItsWay, @Nullable Session next) {}

  public SessionPublisher(EventWriter writer, EventPublisher publisher, KnownSessions known) {
    this.writer = writer;
    this.publisher = publisher;
    this.known = known;
  }

  /// Says that a session began or ended.
  public void publish(Session session) {
    known.observe(session);
    tellings.compute(
        session.getDeviceId(),
        (_, telling) -> {
          if (telling == null) {
            send(session);
            return new Telling(session, null);
          }
          return new Telling(telling.onItsWay(), session);
        });
  }

  /// The event on its way is settled: the next one goes, or the same one again when it failed.
  private void settled(Session told, boolean durable) {
    tellings.computeIfPresent(
        told.getDeviceId(),
        (_, telling) -> {
          Session next = telling.next() == null && !durable ? told : telling.next();
          if (next == null || (!durable && !publisher.isOpen())) {
            return null;
          }
          send(next);
          return new Telling(next, null);
        });
  }

  private void send(Session session) {
    Timestamp at = session.hasEndedTime() ? session.getEndedTime() : session.getSince();
    publisher.submit(
        new PublishLane(),
        List.of(
            writer.write(
                Topics.DEVICE_SESSIONS,
                id(session),
                session.getDeviceId(),
                Instant.ofEpochSecond(at.getSeconds(), at.getNanos()),
                session.getDeviceId(),
                TraceParent.begin(),
                session)),
        new Confirmation() {
          @Override
          public void durable() {
            settled(session, true);
          }

          @Override
          public void failed(String because) {
            log.atDebug()
                .addKeyValue("deviceId", session.getDeviceId())
                .addKeyValue("because", because)
                .log("session event failed");
            settled(session, false);
          }
        });
  }

  /// Events of one session get one id each: its beginning and its end happen once.
  private static String id(Session session) {
    return session.getDeviceId()
        + ":"
        + Integer.toUnsignedString(session.getEpoch())
        + ":"
        + session.getNode()
        + (session.hasEndedTime() ? ":ended" : ":started");
  }
}
