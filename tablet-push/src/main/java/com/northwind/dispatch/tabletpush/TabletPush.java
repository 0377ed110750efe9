package com.northwind.dispatch.tabletpush;

import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.tabletpush.grpc.TabletStreams;
import com.northwind.dispatch.tabletpush.grpc.TransportSettings;
import com.northwind.dispatch.tabletpush.identity.TabletAuthenticator;
import com.northwind.dispatch.tabletpush.mailbox.SheetFrame;
import com.northwind.dispatch.tabletpush.metrics.PushMetrics;
import com.northwind.dispatch.tabletpush.session.Drain;
import com.northwind.dispatch.tabletpush.session.Drain.DrainReport;
import com.northwind.dispatch.tabletpush.session.SessionEpochs;
import com.northwind.dispatch.tabletpush.session.SessionLog;
import com.northwind.dispatch.tabletpush.session.SessionServices;
import com.northwind.dispatch.tabletpush.session.SessionWheel;
import com.northwind.dispatch.tabletpush.session.StalledReceipt;
import com.northwind.dispatch.tabletpush.session.TabletSessions;
import com.northwind.dispatch.tabletpush.time.PushTimer;
import com.northwind.dispatch.tabletpush.uplink.UplinkBudget;
import com.northwind.dispatch.tabletpush.uplink.UplinkSink;
import io.grpc.BindableService;
import io.grpc.ServerBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/// The delivery engine of one gateway. Every method may be called from any thread, and none waits.
///
/// Feed it [#onRouteSheet] and [#onSession] from the topics, serve [#service] from a server set up
/// with [#applyTransportSettings], and [#drain] it before the process ends.
public final class TabletPush implements AutoCloseable {
  private final TabletPushConfig config;
  private final SessionServices services;
  private final TabletSessions sessions;
  private final TabletStreams streams;
  private final PushTimer.Handle ticking;

  private TabletPush(
      TabletPushConfig config, SessionServices services, TabletAuthenticator authenticator) {
    this.config = config;
    this.services = services;
    this.sessions = new TabletSessions(services, config.maxStreams());
    this.streams = new TabletStreams(authenticator, sessions, config.uplink().maxMessageBytes());
    this.ticking = services.timer().every(SessionWheel.TICK, services.wheel()::tick);
  }

  /// An engine on a real scheduler, of which it needs one thread. The scheduler stays the caller's.
  public static TabletPush create(
      TabletPushConfig config,
      TabletAuthenticator authenticator,
      UplinkSink sink,
      SessionLog log,
      PushMetrics metrics,
      Clock clock,
      ScheduledExecutorService scheduler) {
    return create(config, authenticator, sink, log, metrics, clock, PushTimer.on(scheduler));
  }

  /// An engine on the given timer.
  public static TabletPush create(
      TabletPushConfig config,
      TabletAuthenticator authenticator,
      UplinkSink sink,
      SessionLog log,
      PushMetrics metrics,
      Clock clock,
      PushTimer timer) {
    SessionServices services =
        new SessionServices(
            config.node(),
            config.sessions(),
            config.uplink(),
            new UplinkBudget(config.uplink().budgetBytes()),
            sink,
            log,
            new SessionEpochs(),
            new SessionWheel(),
            metrics,
            clock,
            timer);
    return new TabletPush(config, services, authenticator);
  }

  /// The gRPC service; it checks tokens itself.
  public BindableService service() {
    return streams;
  }

  /// Sets pings, sizes and threads of the network server that serves [#service].
  public static <T extends ServerBuilder<T>> T applyTransportSettings(T server) {
    return TransportSettings.applyTo(server);
  }

  /// Takes a revision of a driver's sheet; older ones than the newest are ignored. An open session
  /// gets it now.
  ///
  /// @param revision from 1
  /// @param sheet a serialised [RouteSheet]; copied
  public void onRouteSheet(String driverId, long revision, byte[] sheet) {
    sessions.offer(driverId, SheetFrame.of(revision, sheet));
  }

  /// Takes a revision of a driver's sheet.
  public void onRouteSheet(RouteSheet sheet) {
    sessions.offer(sheet.getDriverId(), SheetFrame.of(sheet));
  }

  /// Forgets a driver's sheet: the topic holds none any more.
  public void onRouteSheetRemoved(String driverId) {
    sessions.clear(driverId);
  }

  /// Learns of a session from `device.sessions`, ours or another gateway's; a newer one of the same
  /// driver or tablet ends ours. Records of other kinds of device are passed over.
  public void onSession(Session session) {
    sessions.onSession(session);
  }

  /// Ends the streams of a tablet that may no longer connect.
  ///
  /// @param because one sentence for the tablet's log
  public void revoke(String tabletId, String because) {
    sessions.revoke(tabletId, because);
  }

  /// Refuses new streams and moves everyone elsewhere, in waves. Call it once.
  ///
  /// @param window how long it may take in all
  /// @return completes when no stream is left, at the latest when the window ends
  public CompletionStage<DrainReport> drain(Duration window) {
    return new Drain(sessions, services.timer()).start(window);
  }

  /// Open sessions.
  public int sessionCount() {
    return sessions.sessionCount();
  }

  /// Live streams, including those that have not said Hello.
  public int streamCount() {
    return sessions.streamCount();
  }

  /// Drivers for whom there is a mailbox.
  public int driverCount() {
    return sessions.driverCount();
  }

  /// Bytes of all sheets held. Walks all mailboxes: for a scrape, not for a loop.
  public long mailboxBytes() {
    return sessions.mailboxBytes();
  }

  /// Bytes of actions and receipts that are not durable yet.
  public long uplinkBytes() {
    return services.budget().usedBytes();
  }

  /// Sheets that were sent and are not on their tablet after the configured time. Walks all
  /// mailboxes.
  public List<StalledReceipt> stalledReceipts() {
    return sessions.stalled(config.stalledAfter());
  }

  /// Stops heartbeats and deadlines. Streams end with their server.
  @Override
  public void close() {
    ticking.close();
  }
}
