package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import com.northwind.dispatch.tabletpush.mailbox.SheetFrame;
import com.northwind.dispatch.tabletpush.mailbox.StateLane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The door: admits streams, and knows every driver and every live stream of this gateway.
/// Thread-safe.
public final class TabletSessions {
  private final SessionServices services;
  private final int maxStreams;
  private final ConcurrentMap<String, DriverRoute> routes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Holder> byTablet = new ConcurrentHashMap<>();
  private final Set<TabletSession> streams = ConcurrentHashMap.newKeySet();
  private final AtomicInteger streamCount = new AtomicInteger();
  private volatile boolean draining;
  private volatile Runnable onLeft = () -> {};

  /// @param maxStreams how many streams this gateway holds, said Hello or not
  public TabletSessions(SessionServices services, int maxStreams) {
    this.services = services;
    this.maxStreams = maxStreams;
  }

  private record Holder(TabletSession session, SessionEpoch epoch) {}

  /// What a stream that wants in comes to.
  public sealed interface Admission {
    /// It is in; the wire calls [TabletSession#start].
    record Admitted(TabletSession session) implements Admission {}

    /// It is not; the wire closes it.
    record Refused(SessionClose close) implements Admission {}
  }

  /// Lets a stream with a good token in, if there is room.
  public Admission admit(TabletIdentity identity, TabletLink link) {
    if (draining) {
      return refused(SessionClose.drain());
    }
    if (streamCount.incrementAndGet() > maxStreams) {
      streamCount.decrementAndGet();
      return refused(
          SessionClose.overload("this gateway holds " + maxStreams + " tablets, and no more"));
    }
    TabletSession session =
        new TabletSession(identity, link, route(identity.driverId()), this, services);
    streams.add(session);
    if (draining) { // it began while this stream was coming in
      left(session);
      return refused(SessionClose.drain());
    }
    return new Admission.Admitted(session);
  }

  /// Notes that a stream was refused.
  public Admission refused(SessionClose close) {
    services.metrics().streamClosed(close.reason());
    return new Admission.Refused(close);
  }

  private DriverRoute route(String driverId) {
    return routes.computeIfAbsent(driverId, id -> new DriverRoute(id, services));
  }

  /// A session opened: it ends one of the same tablet under another driver.
  ///
  /// @return whether it is still the tablet's newest
  boolean opened(TabletSession session, SessionEpoch epoch) {
    Holder ours = new Holder(session, epoch);
    String tabletId = session.identity().tabletId();
    while (true) {
      Holder there = byTablet.putIfAbsent(tabletId, ours);
      if (there == null) {
        return true;
      }
      if (there.epoch().isNewerThan(epoch)) {
        session.closeQuietly(replacedBy(there.session()));
        return false;
      }
      if (byTablet.replace(tabletId, there, ours)) {
        there.session().run(() -> there.session().closeQuietly(replacedBy(session)));
        return true;
      }
    }
  }

  private static SessionClose replacedBy(TabletSession newer) {
    return SessionClose.replacedBySameTablet(
        "driver " + newer.identity().driverId() + " signed in");
  }

  /// A stream is over. Called once for each.
  void left(TabletSession session) {
    if (streams.remove(session)) {
      streamCount.decrementAndGet();
      byTablet.computeIfPresent(
          session.identity().tabletId(),
          (id, holder) -> holder.session() == session ? null : holder);
      onLeft.run();
    }
  }

  /// Takes a revision of a driver's sheet.
  public void offer(String driverId, SheetFrame sheet) {
    DriverRoute route = route(driverId);
    route.execute(() -> route.offer(sheet));
  }

  /// Forgets a driver's sheet.
  public void clear(String driverId) {
    DriverRoute route = route(driverId);
    route.execute(route::clear);
  }

  /// Learns of a session from the session log's topic. Records of other devices are passed over.
  public void onSession(Session session) {
    if (session.getKind() != DeviceKind.DEVICE_KIND_TABLET || session.getDriverId().isEmpty()) {
      return;
    }
    SessionEpoch told = SessionRecords.epochOf(session);
    services.epochs().observe(session.getDriverId(), session.getDeviceId(), told.number());
    DriverRoute route = route(session.getDriverId());
    route.execute(() -> route.onSession(session));
    Holder holder = byTablet.get(session.getDeviceId());
    if (holder != null && holder.session().route() != route) {
      DriverRoute other = holder.session().route();
      other.execute(() -> other.onSession(session));
    }
  }

  /// Ends the streams of a tablet that may no longer connect.
  public void revoke(String tabletId, String because) {
    for (TabletSession session : streams) {
      if (session.identity().tabletId().equals(tabletId)) {
        session.end(SessionClose.revoked(because));
      }
    }
  }

  /// Admits nobody from now on.
  void stopAdmitting() {
    draining = true;
  }

  /// Calls back for each stream that ends from now on.
  void whenOneLeft(Runnable callback) {
    onLeft = callback;
  }

  /// The streams there are.
  List<TabletSession> streams() {
    return List.copyOf(streams);
  }

  /// Live streams, said Hello or not.
  public int streamCount() {
    return streamCount.get();
  }

  /// Open sessions.
  public int sessionCount() {
    return byTablet.size();
  }

  /// Drivers this gateway has a mailbox for.
  public int driverCount() {
    return routes.size();
  }

  /// Bytes of all sheets in all mailboxes.
  public long mailboxBytes() {
    return lanes()
        .flatMap(lane -> lane.getValue().newest().stream())
        .mapToLong(SheetFrame::sizeBytes)
        .sum();
  }

  /// Sheets that were sent and are not on the tablet after the given time.
  public List<StalledReceipt> stalled(Duration after) {
    long now = services.timer().nowMillis();
    return lanes()
        .flatMap(
            lane ->
                lane.getValue().unconfirmed().stream()
                    .filter(it -> now - it.oldestSentMillis() >= after.toMillis())
                    .map(
                        it ->
                            new StalledReceipt(
                                lane.getKey(),
                                it.tabletId(),
                                it.revision(),
                                Duration.ofMillis(now - it.oldestSentMillis()))))
        .toList();
  }

  private Stream<Map.Entry<String, StateLane>> lanes() {
    return routes.entrySet().stream()
        .map(route -> Map.entry(route.getKey(), route.getValue().mailbox().state()));
  }
}
