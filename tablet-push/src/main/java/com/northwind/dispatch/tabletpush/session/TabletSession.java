package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One stream of a tablet, from its first byte to its end.
///
/// The wire calls [#start], then [#receive], [#onReady], [#onHalfClose] and [#onCancel] from
/// whatever thread it is on; each becomes a task of the driver's loop. What fails in here costs
/// this stream.
public final class TabletSession {
  private static final Logger LOG = LoggerFactory.getLogger(TabletSession.class);

  private final TabletIdentity identity;
  private final TabletLink link;
  private final DriverRoute route;
  private final TabletSessions sessions;
  private final SessionServices services;
  private SessionState state;

  TabletSession(
      TabletIdentity identity,
      TabletLink link,
      DriverRoute route,
      TabletSessions sessions,
      SessionServices services) {
    this.identity = identity;
    this.link = link;
    this.route = route;
    this.sessions = sessions;
    this.services = services;
    Duration helloWithin = services.rules().hello();
    this.state =
        new SessionState.AwaitingHello(services.timer().nowMillis() + helloWithin.toMillis());
  }

  /// The stream is up; asks for Hello.
  public void start() {
    run(
        () -> {
          services.wheel().add(this, services.rules().hello().toMillis());
          link.requestNext();
        });
  }

  /// Something came from the tablet.
  public void receive(Inbound inbound) {
    run(
        () -> {
          switch (inbound) {
            case Inbound.Message(TabletToGateway message, int sizeBytes) ->
                onMessage(message, sizeBytes);
            case Inbound.TooLarge(int limitBytes) ->
                close(SessionClose.protocol("a message of more than " + limitBytes + " bytes"));
            case Inbound.Unreadable(String problem) ->
                close(SessionClose.protocol("bytes that are no message: " + problem));
          }
        });
  }

  /// The connection takes more again.
  public void onReady() {
    pumpSoon();
  }

  /// The tablet has said all it wants to say.
  public void onHalfClose() {
    run(
        () -> {
          end(SessionEndReason.SESSION_END_REASON_CLOSED_BY_DEVICE, true);
          link.complete();
        });
  }

  /// The stream broke.
  public void onCancel() {
    run(() -> end(SessionEndReason.SESSION_END_REASON_CONNECTION_LOST, true));
  }

  /// The wheel came round.
  void onTick() {
    run(
        () -> {
          switch (state) {
            case SessionState.AwaitingHello(long untilMillis) -> checkHello(untilMillis);
            case SessionState.Open(OpenSession open) -> {
              long inMillis = open.check();
              if (!isEnded()) {
                services.wheel().add(this, inMillis);
              }
            }
            case SessionState.Ended _ -> {}
          }
        });
  }

  private void checkHello(long untilMillis) {
    long left = untilMillis - services.timer().nowMillis();
    if (left <= 0) {
      long within = services.rules().hello().toSeconds();
      close(SessionClose.protocol("no Hello within " + within + " s"));
    } else {
      services.wheel().add(this, left);
    }
  }

  private void onMessage(TabletToGateway message, int sizeBytes) {
    switch (state) {
      case SessionState.AwaitingHello _ -> {
        if (message.hasHello()) {
          onHello(message.getHello());
        } else {
          close(SessionClose.protocol("the first message is Hello, this was another"));
        }
      }
      case SessionState.Open(OpenSession open) -> open.receive(message, sizeBytes);
      case SessionState.Ended _ -> {}
    }
  }

  private void onHello(Hello hello) {
    long lastEpoch = Integer.toUnsignedLong(hello.getLastEpoch());
    Optional<SessionClose> refusal = HelloCheck.refusal(hello, identity, services.epochs());
    if (refusal.isEmpty()) {
      refusal = route.makeRoom(identity.tabletId(), lastEpoch, link.remoteAddress());
    }
    if (refusal.isPresent()) {
      close(refusal.get());
      return;
    }
    long number = services.epochs().next(identity.driverId(), identity.tabletId(), lastEpoch);
    Instant since = services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    OpenSession open =
        new OpenSession(
            this,
            new SessionEpoch(number, since, services.node()),
            Integer.toUnsignedLong(hello.getSheetRevision()));
    state = new SessionState.Open(open);
    route.enter(this);
    services.metrics().sessionOpened();
    if (sessions.opened(this, open.epoch())) {
      services.log().started(open.record());
      open.welcome();
    }
  }

  /// Ends the stream and says why. On the loop.
  void close(SessionClose close) {
    close(close, true);
  }

  /// Ends the stream because a newer session of the same tablet is known, which the session log
  /// must not hide. On the loop.
  void closeQuietly(SessionClose close) {
    close(close, false);
  }

  private void close(SessionClose close, boolean tellLog) {
    if (isEnded()) {
      return;
    }
    end(close.endReason(), tellLog);
    services.metrics().streamClosed(close.reason());
    link.close(close);
  }

  private void end(SessionEndReason reason, boolean tellLog) {
    if (state instanceof SessionState.Open(OpenSession open)) {
      open.stop();
      route.leave(this);
      services.metrics().sessionEnded(reason);
      boolean isNewest = services.epochs().ofTablet(identity.tabletId()) <= open.epoch().number();
      if (tellLog && isNewest) {
        services
            .log()
            .ended(SessionRecords.ended(open.record(), services.clock().instant(), reason));
      }
      LOG.atDebug()
          .addKeyValue("driverId", identity.driverId())
          .addKeyValue("deviceId", identity.tabletId())
          .addKeyValue("epoch", open.epoch().number())
          .addKeyValue("reason", reason)
          .log("tablet session ended");
    }
    state = new SessionState.Ended(reason);
    sessions.left(this);
  }

  /// Asks the tablet to move; a stream that has not said Hello is ended at once.
  public void move(Duration after) {
    run(
        () -> {
          switch (state) {
            case SessionState.Open(OpenSession open) -> {
              var _ = open.move(after);
            }
            case SessionState.AwaitingHello _ -> close(SessionClose.drain());
            case SessionState.Ended _ -> {}
          }
        });
  }

  /// Ends the stream, from any thread.
  public void end(SessionClose close) {
    run(() -> close(close));
  }

  /// There is something to send, or room to read.
  void pumpSoon() {
    run(() -> open().ifPresent(OpenSession::pump));
  }

  /// The open session; empty before Hello and after the end. On the loop.
  Optional<OpenSession> open() {
    return state instanceof SessionState.Open(OpenSession open)
        ? Optional.of(open)
        : Optional.empty();
  }

  private boolean isEnded() {
    return state instanceof SessionState.Ended;
  }

  /// Runs the task on the driver's loop. A task that fails ends this stream and no other.
  void run(Runnable task) {
    route.execute(
        () -> {
          if (isEnded()) {
            return;
          }
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.atError()
                .setCause(e)
                .addKeyValue("driverId", identity.driverId())
                .addKeyValue("deviceId", identity.tabletId())
                .log("tablet session failed");
            close(SessionClose.overload("the gateway failed on this stream"));
          }
        });
  }

  /// Who is at the other end.
  public TabletIdentity identity() {
    return identity;
  }

  TabletLink link() {
    return link;
  }

  DriverRoute route() {
    return route;
  }

  SessionServices services() {
    return services;
  }
}
