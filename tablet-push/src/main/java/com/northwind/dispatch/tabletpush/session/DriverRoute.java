package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.tabletpush.mailbox.Mailbox;
import com.northwind.dispatch.tabletpush.mailbox.SheetFrame;
import com.northwind.dispatch.tabletpush.metrics.PushMetrics.DuplicateIdentity;
import io.grpc.SynchronizationContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything this gateway has of one driver: the mailbox, and the one live session that reads it.
///
/// [#execute] may be called from any thread; all else is called on the loop that it runs.
public final class DriverRoute {
  private static final Logger LOG = LoggerFactory.getLogger(DriverRoute.class);

  private final String driverId;
  private final SessionServices services;
  private final Mailbox mailbox = new Mailbox();
  private final TakeoverLimit takeovers = new TakeoverLimit();
  private final SynchronizationContext loop;
  private @Nullable TabletSession live;
  private @Nullable Session elsewhere;

  DriverRoute(String driverId, SessionServices services) {
    this.driverId = driverId;
    this.services = services;
    this.loop =
        new SynchronizationContext(
            (thread, failure) ->
                LOG.atError()
                    .setCause(failure)
                    .addKeyValue("driverId", driverId)
                    .log("a driver's task failed"));
  }

  /// Runs the task after those before it, here or on the thread that is working them off. Never
  /// waits.
  void execute(Runnable task) {
    loop.execute(task);
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /// Takes a sheet and sends it on if a session is open.
  void offer(SheetFrame sheet) {
    if (mailbox.offer(sheet) && live != null) {
      live.pumpSoon();
    }
  }

  void clear() {
    mailbox.clear();
  }

  /// Makes room for a session that said Hello: the session that is there ends, or the newcomer is
  /// told to wait because the driver was taken over too often.
  ///
  /// @param lastEpoch what the newcomer says its previous session had
  Optional<SessionClose> makeRoom(String tabletId, long lastEpoch, String remoteAddress) {
    TabletSession here = live;
    Optional<OpenSession> open = here == null ? Optional.empty() : here.open();
    if (here == null || open.isEmpty()) {
      return elsewhere == null
          ? Optional.empty()
          : slowed(elsewhere, tabletId, lastEpoch, remoteAddress);
    }
    boolean knowsIt = isContinuation(open.get().record(), tabletId, lastEpoch);
    if (!knowsIt && open.get().isLively()) {
      Optional<SessionClose> slowed =
          slowed(open.get().record(), tabletId, lastEpoch, remoteAddress);
      if (slowed.isPresent()) {
        return slowed;
      }
    }
    here.close(
        here.identity().tabletId().equals(tabletId)
            ? SessionClose.replacedBySameTablet("from " + remoteAddress)
            : SessionClose.replacedByOtherTablet(tabletId));
    return Optional.empty();
  }

  /// A tablet that names the epoch of the session that is there is that session's own tablet, come
  /// back after a cut. Of two devices with one identity each only knows its own.
  private static boolean isContinuation(Session there, String tabletId, long lastEpoch) {
    return there.getDeviceId().equals(tabletId)
        && Integer.toUnsignedLong(there.getEpoch()) == lastEpoch;
  }

  private Optional<SessionClose> slowed(
      Session there, String tabletId, long lastEpoch, String remoteAddress) {
    if (isContinuation(there, tabletId, lastEpoch)) {
      return Optional.empty();
    }
    Duration wait = takeovers.take(services.timer().nowMillis());
    if (takeovers.shouldAlert()) {
      alert(there, tabletId, remoteAddress);
    }
    if (wait.isPositive()) {
      return Optional.of(SessionClose.takeoverTooSoon(there.getRemoteAddress(), wait));
    }
    services.metrics().takeover();
    return Optional.empty();
  }

  private void alert(Session there, String tabletId, String remoteAddress) {
    LOG.atWarn()
        .addKeyValue("driverId", driverId)
        .addKeyValue("deviceId", there.getDeviceId())
        .addKeyValue("remoteAddress", there.getRemoteAddress())
        .addKeyValue("otherDeviceId", tabletId)
        .addKeyValue("otherRemoteAddress", remoteAddress)
        .log("two tablets take over one driver's session from each other");
    services
        .metrics()
        .duplicateIdentity(
            new DuplicateIdentity(
                driverId, there.getDeviceId(), there.getRemoteAddress(), tabletId, remoteAddress));
  }

  /// The session is the driver's from now on.
  void enter(TabletSession session) {
    live = session;
    elsewhere = null;
  }

  /// The session is over. Removes it only if it is still the driver's: a late end harms nobody.
  void leave(TabletSession session) {
    if (live == session) {
      live = null;
    }
  }

  /// Learns of a session of this driver, or of the tablet that is live here, on whichever gateway.
  void onSession(Session session) {
    boolean sameTablet = live != null && live.identity().tabletId().equals(session.getDeviceId());
    if (!sameTablet && !session.getDriverId().equals(driverId)) {
      return; // the tablet was live here when the record was read, and is not any more
    }
    SessionEpoch told = SessionRecords.epochOf(session);
    Optional<OpenSession> here = live == null ? Optional.empty() : live.open();
    if (here.isPresent() && isSame(here.get(), session, told)) {
      here.get().noteRecordSeen();
      return;
    }
    boolean newer = here.isEmpty() || told.isNewerThan(here.get().epoch());
    if (session.hasEndedTime()) {
      forgetElsewhere(told);
    } else if (newer) {
      rememberElsewhere(session, told);
    }
    if (newer && (sameTablet || !session.hasEndedTime())) {
      displacedBy(session);
    }
    here.filter(open -> hidesOurs(open, session, told))
        .ifPresent(open -> services.log().started(open.record()));
  }

  private static boolean isSame(OpenSession open, Session session, SessionEpoch told) {
    return open.record().getDeviceId().equals(session.getDeviceId()) && open.epoch().equals(told);
  }

  private void forgetElsewhere(SessionEpoch told) {
    if (elsewhere != null && !SessionRecords.epochOf(elsewhere).isNewerThan(told)) {
      elsewhere = null;
    }
  }

  private void rememberElsewhere(Session session, SessionEpoch told) {
    if (session.getDriverId().equals(driverId)
        && (elsewhere == null || told.isNewerThan(SessionRecords.epochOf(elsewhere)))) {
      elsewhere = session;
    }
  }

  private void displacedBy(Session newer) {
    TabletSession here = live;
    if (here == null) {
      return;
    }
    if (here.identity().tabletId().equals(newer.getDeviceId())) {
      here.closeQuietly(SessionClose.replacedBySameTablet("on gateway " + newer.getNode()));
    } else {
      here.close(SessionClose.replacedByOtherTablet(newer.getDeviceId()));
    }
  }

  /// Whether an older session of our tablet spoke after ours was told: whoever reads the topic
  /// later sees only the last word, so ours is said again.
  private static boolean hidesOurs(OpenSession ours, Session session, SessionEpoch told) {
    return ours.recordSeen()
        && session.getDeviceId().equals(ours.record().getDeviceId())
        && ours.epoch().isNewerThan(told);
  }
}
