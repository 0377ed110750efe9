package com.northwind.dispatch.gateway;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.admin.DeviceRoutes;
import com.northwind.dispatch.gateway.device.DeviceDirectory;
import com.northwind.dispatch.gateway.device.EldSessions;
import com.northwind.dispatch.gateway.device.KnownSessions;
import com.northwind.dispatch.gateway.device.RefusalLimit;
import com.northwind.dispatch.gateway.device.SessionPublisher;
import com.northwind.dispatch.gateway.device.UnknownDevices;
import com.northwind.dispatch.gateway.eventloop.EventLoopLag;
import com.northwind.dispatch.gateway.eventloop.EventLoops;
import com.northwind.dispatch.gateway.feed.EventFeed;
import com.northwind.dispatch.gateway.feed.FeedLetters;
import com.northwind.dispatch.gateway.ingest.BytesInFlight;
import com.northwind.dispatch.gateway.ingest.EventPublisher;
import com.northwind.dispatch.gateway.ingest.EventWriter;
import com.northwind.dispatch.gateway.ingest.RejectEvents;
import com.northwind.dispatch.gateway.ingest.TelemetryEvents;
import com.northwind.dispatch.gateway.listener.EldListeners;
import com.northwind.dispatch.gateway.tablet.TabletListener;
import com.northwind.dispatch.processkit.admin.AdminServer;
import com.northwind.dispatch.processkit.admin.Readiness;
import com.northwind.dispatch.processkit.canary.ContractCanary;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.processkit.metrics.Metrics;
import com.northwind.dispatch.tabletpush.session.Drain.DrainReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One gateway: its parts in the order in which they depend on each other.
///
/// It answers `/readyz` with 503 until it knows every device, session and sheet and its ports are
/// open; while Kafka is away at the start it waits, as long as it takes. Closing goes the other way
/// round: take nothing new, move the tablets, acknowledge what ELDs have sent, flush, close.
public final class Gateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);

  private static final List<Topic> KNOWN_BY_HEART =
      List.of(Topics.DEVICE_DIRECTORY, Topics.DEVICE_SESSIONS, Topics.TABLET_INSTRUCTIONS);

  private final GatewayConfig config;
  private final ProcessLifecycle parts = new ProcessLifecycle();
  private final Readiness readiness = new Readiness();
  private final KnownSessions knownSessions = new KnownSessions();
  private final DeviceDirectory directory = new DeviceDirectory();
  private final UnknownDevices unknownDevices;
  private final MeterRegistry meters;
  private final AdminServer admin;
  private final EventPublisher publisher;
  private final SessionPublisher sessions;
  private final EldSessions eldSessions;
  private final TabletListener tablets;
  private final EldListeners elds;

  private Gateway(GatewayConfig config, Clock clock) throws IOException, InterruptedException {
    Instant startedAt = clock.instant();
    this.config = config;
    this.unknownDevices = new UnknownDevices(clock);
    try {
      Metrics metrics = parts.own("metrics", Metrics.of("gateway", config.node()));
      this.meters = metrics.registry();
      this.admin = parts.own("admin port", startAdmin(metrics));
      EventLoops loops = parts.own("event loops", EventLoops.start());
      parts.own("event loop lag", EventLoopLag.start(loops, meters));
      ScheduledExecutorService timer = newTimer();
      parts.own("timer", (AutoCloseable) timer::shutdownNow);
      this.publisher =
          parts.own(
              "publisher",
              EventPublisher.start(() -> config.kafka().newProducer("publisher"), meters));
      EventWriter writer =
          new EventWriter(
              EventCodec.ofCatalogue(),
              new ContractCanary(config.canaryPercent(), meters),
              config.node());
      writer.warmUp();
      this.sessions = new SessionPublisher(writer, publisher, knownSessions);
      this.eldSessions =
          new EldSessions(config.node(), clock, knownSessions, sessions, directory, meters);
      this.tablets =
          parts.own(
              "tablet port",
              TabletListener.create(
                  config.node(),
                  config.tablet(),
                  new TabletListener.Parts(directory, sessions, writer, publisher),
                  meters,
                  clock,
                  timer));
      readTopics(clock);
      endSessionsLeftBehind(startedAt, clock);
      this.elds = listen(writer, loops, clock);
    } catch (IOException | InterruptedException | RuntimeException e) {
      parts.close();
      throw e;
    }
    parts.started();
    log.atInfo()
        .addKeyValue("eldTcpPort", elds.tcpPort())
        .addKeyValue("eldUdpPort", elds.udpPort())
        .addKeyValue("tabletPort", tablets.port())
        .addKeyValue("adminPort", admin.port())
        .log("gateway serves");
  }

  /// Starts a gateway and returns once it serves.
  ///
  /// @throws IOException when a port is taken or a file is no good; the message names it
  public static Gateway start(GatewayConfig config, Clock clock)
      throws IOException, InterruptedException {
    return new Gateway(config, clock);
  }

  /// TCP port of ELDs.
  public int eldTcpPort() {
    return elds.tcpPort();
  }

  /// UDP port of ELDs.
  public int eldUdpPort() {
    return elds.udpPort();
  }

  /// Port of tablets.
  public int tabletPort() {
    return tablets.port();
  }

  /// Port for operators.
  public int adminPort() {
    return admin.port();
  }

  /// Takes nothing new, moves the tablets elsewhere, acknowledges what ELDs have sent, flushes, and
  /// closes. Bounded by the configured drain time and a few seconds.
  @Override
  public void close() {
    readiness.require("not draining", () -> false);
    parts.close();
    log.info("gateway is closed");
  }

  private AdminServer startAdmin(Metrics metrics) throws IOException {
    KNOWN_BY_HEART.forEach(topic -> readiness.require(topic.name(), () -> false));
    readiness.require("listeners", () -> false);
    return AdminServer.start(
        new InetSocketAddress(config.bindAddress(), config.adminPort()),
        readiness,
        metrics,
        new DeviceRoutes(directory, knownSessions, unknownDevices).routes());
  }

  private static ScheduledExecutorService newTimer() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name("timer").daemon().factory());
  }

  private void readTopics(Clock clock) throws InterruptedException {
    Gauge.builder("northwind.gateway.devices", directory, DeviceDirectory::size).register(meters);
    Gauge.builder("northwind.gateway.devices.unknown", unknownDevices, UnknownDevices::size)
        .register(meters);
    FeedLetters letters =
        parts.own("dead letters", FeedLetters.start(config.kafka(), meters, clock));
    List<EventFeed> feeds =
        List.of(
            feed(Topics.DEVICE_DIRECTORY, letters, this::onDevice),
            feed(Topics.DEVICE_SESSIONS, letters, this::onSession),
            feed(Topics.TABLET_INSTRUCTIONS, letters, tablets::onSheet));
    for (EventFeed feed : feeds) {
      feed.awaitCaughtUp();
    }
  }

  private EventFeed feed(Topic topic, FeedLetters letters, EventFeed.Listener listener) {
    EventFeed feed = EventFeed.start(topic, config.kafka(), letters, listener, meters);
    readiness.require(topic.name(), feed::caughtUp);
    return parts.own(topic.name(), feed);
  }

  private void onDevice(String deviceId, @Nullable Message data) {
    directory.apply(deviceId, data);
    if (data instanceof Device device) {
      unknownDevices.forget(device.getImei());
    }
  }

  private void onSession(String deviceId, @Nullable Message data) {
    if (data instanceof Session session) {
      knownSessions.observe(session);
      eldSessions.observe(session);
      tablets.onSession(session);
    }
  }

  /// A gateway of this name was killed: nobody else will say that its sessions have ended.
  private void endSessionsLeftBehind(Instant startedAt, Clock clock) {
    Instant now = clock.instant();
    Timestamp at =
        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()).build();
    for (Session session : knownSessions.leftBehindBy(config.node(), startedAt)) {
      sessions.publish(
          session.toBuilder()
              .setEndedTime(at)
              .setEndReason(SessionEndReason.SESSION_END_REASON_CONNECTION_LOST)
              .build());
    }
  }

  private EldListeners listen(EventWriter writer, EventLoops loops, Clock clock)
      throws IOException {
    RejectEvents rejects = new RejectEvents(writer);
    BytesInFlight inFlight = new BytesInFlight(config.inFlightBytes());
    Gauge.builder("northwind.gateway.bytes.in.flight", inFlight, BytesInFlight::bytes)
        .register(meters);
    EldListeners listeners =
        EldListeners.start(
            config.bindAddress(),
            config.eld(),
            loops,
            new EldListeners.Parts(
                directory,
                eldSessions,
                unknownDevices,
                new RefusalLimit(clock),
                new TelemetryEvents(writer, rejects),
                rejects,
                publisher,
                inFlight),
            meters,
            clock,
            config.drain());
    parts.own("listeners", (AutoCloseable) () -> drain(listeners));
    tablets.listen(config.bindAddress(), loops);
    readiness.require("listeners", () -> listeners.areListening() && tablets.isListening());
    return listeners;
  }

  /// Tablets and ELDs at the same time, within the drain time.
  private void drain(EldListeners listeners) {
    CompletableFuture<DrainReport> moved = tablets.drain(config.drain()).toCompletableFuture();
    listeners.close();
    DrainReport report = moved.join();
    log.atInfo()
        .addKeyValue("tabletsAsked", report.asked())
        .addKeyValue("tabletsLeft", report.leftBehind())
        .log("listeners drained");
  }
}
