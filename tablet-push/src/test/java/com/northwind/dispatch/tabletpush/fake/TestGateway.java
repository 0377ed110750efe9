package com.northwind.dispatch.tabletpush.fake;

import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.tabletpush.TabletPush;
import com.northwind.dispatch.tabletpush.TabletPushConfig;
import com.northwind.dispatch.tabletpush.identity.TabletAuthenticator;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/// An engine behind an in-process server, with everything around it played and time standing still.
public final class TestGateway implements AutoCloseable {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T05:30:00Z"));
  private final ManualTimer timer = new ManualTimer(clock);
  private final InMemoryUplink uplink = new InMemoryUplink();
  private final InMemorySessionLog sessionLog = new InMemorySessionLog();
  private final RecordingMetrics metrics = new RecordingMetrics();
  private final TabletPush push;
  private final Server server;
  private final ManagedChannel channel;

  private TestGateway(TabletPushConfig config, TabletAuthenticator authenticator) {
    push = TabletPush.create(config, authenticator, uplink, sessionLog, metrics, clock, timer);
    String name = InProcessServerBuilder.generateName();
    server =
        InProcessServerBuilder.forName(name).directExecutor().addService(push.service()).build();
    channel = InProcessChannelBuilder.forName(name).directExecutor().build();
  }

  /// A gateway with the default settings.
  public static TestGateway start() {
    return start(TabletPushConfig.defaults("gateway-1"), new PlainTokens());
  }

  public static TestGateway start(TabletPushConfig config, TabletAuthenticator authenticator) {
    TestGateway gateway = new TestGateway(config, authenticator);
    try {
      gateway.server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("an in-process server does not start", e);
    }
    return gateway;
  }

  /// A tablet's stream, with a good token; it has said nothing.
  public FakeTablet connect(String tabletId, String driverId) {
    return FakeTablet.connect(channel, tabletId, driverId, PlainTokens.token(tabletId, driverId));
  }

  /// A tablet that said Hello with nothing on it, and was welcomed.
  public FakeTablet open(String tabletId, String driverId) {
    FakeTablet tablet = connect(tabletId, driverId).hello();
    var _ = tablet.awaitWelcome();
    return tablet;
  }

  /// Publishes a revision of a driver's sheet.
  public void publish(String driverId, int revision) {
    push.onRouteSheet(sheet(driverId, revision));
  }

  /// A sheet with one load.
  public static RouteSheet sheet(String driverId, int revision) {
    return RouteSheet.newBuilder()
        .setDriverId(driverId)
        .setRevision(revision)
        .addLoads(RouteSheetLoad.newBuilder().setLoadId("L-" + revision).setTractorId("T-0001"))
        .build();
  }

  /// Moves time forward.
  public void advance(Duration span) {
    timer.advance(span);
  }

  public TabletPush push() {
    return push;
  }

  public InMemoryUplink uplink() {
    return uplink;
  }

  public InMemorySessionLog sessionLog() {
    return sessionLog;
  }

  public RecordingMetrics metrics() {
    return metrics;
  }

  public ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
    push.close();
  }
}
