package com.northwind.dispatch.simulator.tablet;

import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Heartbeat;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.TabletServiceGrpc;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.contracts.tablet.v1.Welcome;
import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.measure.RunClock;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/// One stream of a tablet, from Hello to its end, on a connection of its own. Confined to the
/// tablet's event loop.
///
/// It watches the silence: it says something at least once each heartbeat interval, and gives the
/// stream up when the gateway said nothing for two.
final class TabletSession implements StreamObserver<GatewayToTablet> {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> CLOSE_REASON =
      Metadata.Key.of("northwind-close-reason", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> RETRY_AFTER_MS =
      Metadata.Key.of("northwind-retry-after-ms", Metadata.ASCII_STRING_MARSHALLER);

  /// Who is told what happens.
  interface Listener {
    /// The gateway opened the session.
    void welcomed(TabletSession session, Welcome welcome);

    /// The gateway said something other than Welcome or Heartbeat.
    void received(TabletSession session, GatewayToTablet message);

    /// The stream is over.
    ///
    /// @param reason a `CloseReason` name, or a word of our own for what happened
    /// @param retryAfterMs how long the gateway asks to wait, or -1 when it did not say
    /// @param heldMs how long the session was open, 0 for never
    void ended(TabletSession session, String reason, long retryAfterMs, long heldMs);
  }

  private final ManagedChannel channel;
  private final DeviceLoop loop;
  private final RunClock clock;
  private final Listener listener;
  private final StreamObserver<TabletToGateway> uplink;

  private DeviceLoop.@Nullable Timer timer;
  private long welcomedAtMs;
  private long lastHeardMs;
  private long lastSaidMs;
  private boolean isEnded;

  private TabletSession(
      ManagedChannel channel, String token, DeviceLoop loop, RunClock clock, Listener listener) {
    this.channel = channel;
    this.loop = loop;
    this.clock = clock;
    this.listener = listener;
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    this.uplink =
        TabletServiceGrpc.newStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
            .connect(new OnLoop());
  }

  /// Opens a stream on `channel` and says Hello.
  static TabletSession open(
      ManagedChannel channel,
      String token,
      Hello hello,
      long patienceMs,
      DeviceLoop loop,
      RunClock clock,
      Listener listener) {
    TabletSession session = new TabletSession(channel, token, loop, clock, listener);
    session.say(TabletToGateway.newBuilder().setHello(hello).build());
    session.timer = loop.after(patienceMs, () -> session.end("welcome-timeout", -1));
    return session;
  }

  /// The gateway has opened the session and nothing ended it.
  boolean isOpen() {
    return welcomedAtMs > 0 && !isEnded;
  }

  /// Sends one message; nothing happens on a stream that is over.
  void say(TabletToGateway message) {
    if (!isEnded) {
      lastSaidMs = clock.nowMs();
      uplink.onNext(message);
    }
  }

  /// Ends the stream from this side.
  void close() {
    if (!isEnded) {
      uplink.onCompleted();
      end("closed-by-tablet", -1);
    }
  }

  @Override
  public void onNext(GatewayToTablet message) {
    if (isEnded) {
      return;
    }
    lastHeardMs = clock.nowMs();
    switch (message.getMessageCase()) {
      case WELCOME -> welcome(message.getWelcome());
      case HEARTBEAT -> {}
      case ROUTE_SHEET, CAUGHT_UP, ACTION_ACK, RECEIPT_ACK, MOVE ->
          listener.received(this, message);
      case MESSAGE_NOT_SET -> end("message-unknown", -1);
    }
  }

  private void welcome(Welcome welcome) {
    stopTimer();
    welcomedAtMs = clock.nowMs();
    long intervalMs = welcome.getHeartbeatIntervalS() * 1000L;
    if (intervalMs > 0) {
      // Said after half an interval and looked at each quarter: never silent for a whole one.
      long lookMs = Math.max(1, intervalMs / 4);
      timer = loop.every(lookMs, lookMs, () -> watchSilence(intervalMs));
    }
    listener.welcomed(this, welcome);
  }

  private void watchSilence(long intervalMs) {
    long now = clock.nowMs();
    if (now - lastHeardMs > 2 * intervalMs + 500) {
      end("gateway-silent", -1);
    } else if (now - lastSaidMs >= intervalMs / 2) {
      say(
          TabletToGateway.newBuilder()
              .setHeartbeat(Heartbeat.newBuilder().setSentTime(Timestamps.fromMillis(now)))
              .build());
    }
  }

  @Override
  public void onError(Throwable failure) {
    Metadata trailers = Status.trailersFromThrowable(failure);
    String reason = trailers == null ? null : trailers.get(CLOSE_REASON);
    String retryAfter = trailers == null ? null : trailers.get(RETRY_AFTER_MS);
    Status.Code code = Status.fromThrowable(failure).getCode();
    end(reason != null ? reason : "status-" + code, parseMs(retryAfter));
  }

  private static long parseMs(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,9}")) {
      return -1;
    }
    return Long.parseLong(text);
  }

  @Override
  public void onCompleted() {
    end("completed-by-gateway", -1);
  }

  private void end(String reason, long retryAfterMs) {
    if (isEnded) {
      return;
    }
    isEnded = true;
    stopTimer();
    if (reason.equals("closed-by-tablet")) {
      // Half-closed: let what was said reach the gateway before the connection goes.
      channel.shutdown();
      loop.after(2000, channel::shutdownNow);
    } else {
      channel.shutdownNow();
    }
    long heldMs = welcomedAtMs > 0 ? Math.max(1, clock.nowMs() - welcomedAtMs) : 0;
    listener.ended(this, reason, retryAfterMs, heldMs);
  }

  private void stopTimer() {
    DeviceLoop.Timer running = timer;
    if (running != null) {
      running.cancel();
      timer = null;
    }
  }

  /// Brings what gRPC tells to the loop; nearly always it is there already.
  private final class OnLoop implements StreamObserver<GatewayToTablet> {
    @Override
    public void onNext(GatewayToTablet message) {
      loop.runHere(() -> TabletSession.this.onNext(message));
    }

    @Override
    public void onError(Throwable failure) {
      // Never within the call that opens the stream: the session must be there first.
      loop.execute(() -> TabletSession.this.onError(failure));
    }

    @Override
    public void onCompleted() {
      loop.execute(TabletSession.this::onCompleted);
    }
  }
}
