package com.northwind.dispatch.gateway.tablet;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.gateway.device.Admission;
import com.northwind.dispatch.gateway.device.DeviceDirectory;
import com.northwind.dispatch.gateway.device.SessionPublisher;
import com.northwind.dispatch.gateway.eventloop.EventLoops;
import com.northwind.dispatch.gateway.ingest.EventPublisher;
import com.northwind.dispatch.gateway.ingest.EventWriter;
import com.northwind.dispatch.tabletpush.TabletPush;
import com.northwind.dispatch.tabletpush.TabletPushConfig;
import com.northwind.dispatch.tabletpush.session.Drain.DrainReport;
import com.northwind.dispatch.tabletpush.session.SessionLog;
import com.northwind.dispatch.tabletpush.session.SessionRules;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port that tablets come to, and the delivery engine behind it.
///
/// The engine is fed from the moment of [#create], so that it knows every driver's sheet before
/// [#listen] lets the first tablet in.
public final class TabletListener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TabletListener.class);
  private static final int FLOW_CONTROL_WINDOW_BYTES = 65_535;
  private static final int CALLS_PER_CONNECTION = 8;
  private static final Duration IDLE_CONNECTION = Duration.ofMinutes(5);
  private static final Duration LOOK_AT_KEYS_EVERY = Duration.ofSeconds(5);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final TabletListenerConfig config;
  private final TabletPush push;
  private final TabletTls tls;
  private @Nullable Server server;

  private TabletListener(TabletListenerConfig config, TabletPush push, TabletTls tls) {
    this.config = config;
    this.push = push;
    this.tls = tls;
  }

  /// What the engine tells and asks.
  public record Parts(
      DeviceDirectory directory,
      SessionPublisher sessions,
      EventWriter writer,
      EventPublisher publisher) {}

  /// Sets the engine up, without a port.
  ///
  /// @param timer one thread for heartbeats, deadlines, and looking at files
  /// @throws IOException when certificate, key or token keys are no good; the message names the
  ///   file
  public static TabletListener create(
      String node,
      TabletListenerConfig config,
      Parts parts,
      MeterRegistry meters,
      Clock clock,
      ScheduledExecutorService timer)
      throws IOException {
    TokenKeys keys = TokenKeys.read(config.tokenKeys());
    TabletTls tls = TabletTls.read(config.certificate(), config.key(), timer);
    PushMeters counters = new PushMeters(meters);
    TabletPush push =
        TabletPush.create(
            TabletPushConfig.defaults(node).with(SessionRules.withHeartbeat(config.heartbeat())),
            new TokenVerifier(keys, parts.directory(), clock),
            new KafkaUplink(parts.writer(), parts.publisher()),
            sessionLog(parts.sessions()),
            counters,
            clock,
            timer);
    counters.watch(push);
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            keys::refresh,
            LOOK_AT_KEYS_EVERY.toMillis(),
            LOOK_AT_KEYS_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    TabletListener listener = new TabletListener(config, push, tls);
    parts.directory().onChange(id -> listener.recheck(parts.directory(), id));
    return listener;
  }

  /// Takes a driver's newest sheet, or its removal.
  ///
  /// @param data a [RouteSheet], or null when it was removed
  public void onSheet(String driverId, @Nullable Message data) {
    if (data instanceof RouteSheet sheet) {
      push.onRouteSheet(sheet);
    } else {
      push.onRouteSheetRemoved(driverId);
    }
  }

  /// Learns of a session on any gateway.
  public void onSession(Session session) {
    push.onSession(session);
  }

  /// Opens the port.
  ///
  /// @throws IOException when the port is taken; the message names it
  public void listen(String bindAddress, EventLoops loops) throws IOException {
    InetSocketAddress address = new InetSocketAddress(bindAddress, config.port());
    try {
      server =
          TabletPush.applyTransportSettings(
                  NettyServerBuilder.forAddress(address)
                      .bossEventLoopGroup(loops.group())
                      .workerEventLoopGroup(loops.group())
                      .channelType(loops.serverChannel())
                      .sslContext(tls.context())
                      .flowControlWindow(FLOW_CONTROL_WINDOW_BYTES)
                      .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                      .maxConnectionIdle(IDLE_CONNECTION.toSeconds(), TimeUnit.SECONDS)
                      .addService(push.service()))
              .build()
              .start();
    } catch (IOException e) {
      throw new IOException("cannot listen for tablets on TCP " + address, e);
    }
  }

  /// The port in use; 0 before [#listen].
  public int port() {
    return server == null ? 0 : server.getPort();
  }

  /// Whether the port is open.
  public boolean isListening() {
    return server != null && !server.isShutdown();
  }

  /// Open sessions.
  public int sessionCount() {
    return push.sessionCount();
  }

  /// Takes no new tablet and moves everyone elsewhere in waves.
  ///
  /// @return completes when nobody is left, at the latest when the window ends
  public CompletionStage<DrainReport> drain(Duration window) {
    return push.drain(window);
  }

  /// Closes the port and every stream that is left.
  @Override
  public void close() {
    if (server != null) {
      try {
        boolean ended =
            server.shutdownNow().awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        log.atDebug().addKeyValue("ended", ended).log("tablet port closed");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    push.close();
    tls.close();
  }

  /// The directory changed: a tablet that may no longer connect is cut.
  private void recheck(DeviceDirectory directory, String deviceId) {
    if (directory.admitTablet(deviceId) instanceof Admission.Refused(_, _, String detail)) {
      push.revoke(deviceId, detail);
    }
  }

  private static SessionLog sessionLog(SessionPublisher publisher) {
    return new SessionLog() {
      @Override
      public void started(Session session) {
        publisher.publish(session);
      }

      @Override
      public void ended(Session session) {
        publisher.publish(session);
      }
    };
  }
}
