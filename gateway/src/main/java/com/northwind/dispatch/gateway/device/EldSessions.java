package com.northwind.dispatch.gateway.device;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ELDs connected to this gateway: one session per device, the newest wins.
///
/// A session that is replaced is said to have ended before its successor is said to have begun; the
/// late close of its connection then changes nothing. Thread-safe; never blocks longer than another
/// event loop takes to change one entry.
public final class EldSessions {
  private static final Logger log = LoggerFactory.getLogger(EldSessions.class);

  private final String node;
  private final Clock clock;
  private final KnownSessions known;
  private final SessionPublisher publisher;
  private final DeviceDirectory directory;
  private final Counter duplicates;
  private final ConcurrentMap<String, EldSession> live = new ConcurrentHashMap<>();

  public EldSessions(
      String node,
      Clock clock,
      KnownSessions known,
      SessionPublisher publisher,
      DeviceDirectory directory,
      MeterRegistry meters) {
    this.node = node;
    this.clock = clock;
    this.known = known;
    this.publisher = publisher;
    this.directory = directory;
    this.duplicates = meters.counter("northwind.gateway.eld.duplicate.identities");
    Gauge.builder("northwind.gateway.eld.sessions", live, Map::size).register(meters);
    directory.onChange(this::recheck);
  }

  /// What a device that logs in comes to.
  public sealed interface Opening {
    /// Its session has begun.
    record Opened(EldSession session) implements Opening {}

    /// It must come later: connections of this device take over from each other too often.
    ///
    /// @param heldBy address and port of the connection that stays
    record TooOften(String heldBy) implements Opening {}
  }

  /// Begins a session of an admitted device and cuts the one it replaces, unless that one was
  /// itself replaced too often lately.
  ///
  /// @param identity what the device called itself
  /// @param remoteAddress address and port it comes from
  /// @param line ends the new connection
  public Opening open(
      Device device, String identity, String protocol, String remoteAddress, EldSession.Line line) {
    Attempt attempt = new Attempt(device, identity, protocol, remoteAddress, line);
    EldSession now = live.compute(device.getDeviceId(), (_, before) -> attempt.on(before));
    if (attempt.refused) {
      return new Opening.TooOften(now.record().getRemoteAddress());
    }
    if (attempt.replaced != null) {
      attempt.replaced.line().cut(SessionEndReason.SESSION_END_REASON_REPLACED);
    }
    return new Opening.Opened(now);
  }

  /// One try to begin a session, carried out while the device's entry is held.
  private final class Attempt {
    private final Device device;
    private final String identity;
    private final String protocol;
    private final String remoteAddress;
    private final EldSession.Line line;
    private @Nullable EldSession replaced;
    private boolean refused;

    Attempt(
        Device device,
        String identity,
        String protocol,
        String remoteAddress,
        EldSession.Line line) {
      this.device = device;
      this.identity = identity;
      this.protocol = protocol;
      this.remoteAddress = remoteAddress;
      this.line = line;
    }

    EldSession on(@Nullable EldSession before) {
      if (before != null && !before.takeovers().take(clock.instant())) {
        refused = true;
        alert(before);
        return before;
      }
      TakeoverLimit takeovers = before == null ? new TakeoverLimit() : before.takeovers();
      if (before != null) {
        replaced = before;
        publisher.publish(ended(before, SessionEndReason.SESSION_END_REASON_REPLACED));
      }
      Session record = begin(device.getDeviceId(), remoteAddress);
      publisher.publish(record);
      return new EldSession(record, identity, protocol, line, takeovers);
    }

    private void alert(EldSession stays) {
      if (stays.takeovers().shouldAlert()) {
        duplicates.increment();
        log.atWarn()
            .addKeyValue("deviceId", device.getDeviceId())
            .addKeyValue("remoteAddress", stays.record().getRemoteAddress())
            .addKeyValue("otherRemoteAddress", remoteAddress)
            .log("two connections take over one device's session from each other");
      }
    }
  }

  /// The connection of a session is gone. Harmless when the session was replaced meanwhile.
  public void closed(EldSession session, SessionEndReason reason) {
    live.computeIfPresent(
        session.deviceId(),
        (id, current) -> {
          if (current != session) {
            return current;
          }
          publisher.publish(ended(session, reason));
          return null;
        });
  }

  /// Learns of a session on any gateway; a newer one elsewhere ends ours, and its end is not told
  /// because it would hide the newer one.
  public void observe(Session session) {
    if (session.getNode().equals(node)) {
      return;
    }
    EldSession ours = live.get(session.getDeviceId());
    if (ours != null
        && KnownSessions.isNewer(session, ours.record())
        && live.remove(session.getDeviceId(), ours)) {
      ours.line().cut(SessionEndReason.SESSION_END_REASON_REPLACED);
    }
  }

  /// The live session of a device on this gateway.
  public Optional<EldSession> of(String deviceId) {
    return Optional.ofNullable(live.get(deviceId));
  }

  /// How many devices are connected.
  public int size() {
    return live.size();
  }

  /// The directory changed: a device that may no longer send is cut.
  private void recheck(String deviceId) {
    EldSession session = live.get(deviceId);
    if (session == null) {
      return;
    }
    boolean stays =
        directory.admitEld(session.identity(), session.protocol())
                instanceof Admission.Admitted(Device device)
            && device.getDeviceId().equals(deviceId);
    if (!stays) {
      session.line().cut(SessionEndReason.SESSION_END_REASON_REVOKED);
    }
  }

  private Session begin(String deviceId, String remoteAddress) {
    int epoch = known.of(deviceId).map(Session::getEpoch).orElse(0) + 1;
    return Session.newBuilder()
        .setDeviceId(deviceId)
        .setKind(DeviceKind.DEVICE_KIND_ELD)
        .setEpoch(epoch)
        .setNode(node)
        .setRemoteAddress(remoteAddress)
        .setSince(now())
        .build();
  }

  private Session ended(EldSession session, SessionEndReason reason) {
    return session.record().toBuilder().setEndedTime(now()).setEndReason(reason).build();
  }

  private Timestamp now() {
    Instant now = clock.instant();
    return Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()).build();
  }
}
