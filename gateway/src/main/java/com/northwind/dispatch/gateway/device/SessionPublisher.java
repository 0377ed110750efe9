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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells everybody which devices are connected: the only writer of `device.sessions` in this
/// process. Returns at once and keeps the order of its calls. Thread-safe.
public final class SessionPublisher {
  private static final Logger log = LoggerFactory.getLogger(SessionPublisher.class);

  private final EventWriter writer;
  private final EventPublisher publisher;
  private final KnownSessions known;

  public SessionPublisher(EventWriter writer, EventPublisher publisher, KnownSessions known) {
    this.writer = writer;
    this.publisher = publisher;
    this.known = known;
  }

  /// Says that a session began or ended.
  public void publish(Session session) {
    known.observe(session);
    send(session);
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
            log.trace("session is durable");
          }

          @Override
          public void failed(String because) {
            sendAgain(session, because);
          }
        });
  }

  /// The Kafka client broke. The newest word about the device counts, so that is what is said
  /// again.
  private void sendAgain(Session session, String because) {
    if (!publisher.isOpen()) {
      log.atDebug().addKeyValue("because", because).log("session event not sent");
      return;
    }
    log.atWarn()
        .addKeyValue("deviceId", session.getDeviceId())
        .addKeyValue("because", because)
        .log("session event failed");
    if (known.of(session.getDeviceId()).filter(session::equals).isPresent()) {
      send(session);
    }
  }
}
