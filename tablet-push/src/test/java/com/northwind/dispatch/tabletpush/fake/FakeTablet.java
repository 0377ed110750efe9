package com.northwind.dispatch.tabletpush.fake;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.tablet.v1.Accept;
import com.northwind.dispatch.contracts.tablet.v1.ActionAck;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet.MessageCase;
import com.northwind.dispatch.contracts.tablet.v1.Heartbeat;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.Move;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptAck;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.SheetReceipt;
import com.northwind.dispatch.contracts.tablet.v1.TabletServiceGrpc;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.contracts.tablet.v1.Welcome;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A tablet on a real gRPC stream: records what it gets, says what it is told to say, and can be
/// slow, silent or gone. It does nothing on its own, except to confirm sheets if asked to.
///
/// `await…` gives what has come or comes within ten seconds, and fails with all that came
/// otherwise.
public final class FakeTablet implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> REASON =
      Metadata.Key.of("northwind-close-reason", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> RETRY_AFTER_MS =
      Metadata.Key.of("northwind-retry-after-ms", Metadata.ASCII_STRING_MARSHALLER);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final TabletIdentity identity;
  private final ClientCall<TabletToGateway, GatewayToTablet> call;
  private final List<GatewayToTablet> received = new ArrayList<>();
  private @Nullable Closed closed;
  private boolean reading = true;
  private boolean confirming;
  private int nextAction;

  /// How the gateway ended the stream.
  ///
  /// @param reason the trailer's reason, such as `REPLACED`; empty without one
  /// @param retryAfterMs the trailer's hint; -1 without one
  public record Closed(Status status, String reason, long retryAfterMs) {}

  private FakeTablet(TabletIdentity identity, ClientCall<TabletToGateway, GatewayToTablet> call) {
    this.identity = identity;
    this.call = call;
  }

  /// Opens a stream with the token; says nothing yet.
  public static FakeTablet connect(
      Channel channel, String tabletId, String driverId, String token) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    return connect(channel, new TabletIdentity(tabletId, driverId), headers);
  }

  /// Opens a stream with the given metadata; says nothing yet.
  public static FakeTablet connect(Channel channel, TabletIdentity identity, Metadata headers) {
    FakeTablet tablet =
        new FakeTablet(
            identity, channel.newCall(TabletServiceGrpc.getConnectMethod(), CallOptions.DEFAULT));
    tablet.call.start(tablet.new Listener(), headers);
    tablet.call.request(1);
    return tablet;
  }

  private final class Listener extends ClientCall.Listener<GatewayToTablet> {
    @Override
    public void onMessage(GatewayToTablet message) {
      take(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      end(status, trailers);
    }
  }

  private void take(GatewayToTablet message) {
    boolean confirm;
    boolean readOn;
    synchronized (this) {
      received.add(message);
      confirm = confirming && message.hasRouteSheet();
      readOn = reading;
      notifyAll();
    }
    if (confirm) {
      onDevice(message.getRouteSheet().getRevision());
    }
    if (readOn) {
      call.request(1);
    }
  }

  private synchronized void end(Status status, Metadata trailers) {
    String reason = trailers.get(REASON);
    String retryAfter = trailers.get(RETRY_AFTER_MS);
    closed =
        new Closed(
            status,
            reason == null ? "" : reason,
            retryAfter == null ? -1 : Long.parseLong(retryAfter));
    notifyAll();
  }

  /// From now on says ON_DEVICE for each sheet as it comes.
  public synchronized FakeTablet confirming() {
    confirming = true;
    return this;
  }

  /// Says Hello as a tablet that has nothing.
  public FakeTablet hello() {
    return hello(0, 0);
  }

  /// Says Hello.
  public FakeTablet hello(int sheetRevision, int lastEpoch) {
    Hello hello =
        Hello.newBuilder()
            .setTabletId(identity.tabletId())
            .setDriverId(identity.driverId())
            .setSheetRevision(sheetRevision)
            .setLastEpoch(lastEpoch)
            .setAppVersion("fake")
            .build();
    return say(TabletToGateway.newBuilder().setHello(hello).build());
  }

  /// Says that a sheet is stored.
  public FakeTablet onDevice(int revision) {
    return receipt(revision, ReceiptStage.RECEIPT_STAGE_ON_DEVICE);
  }

  /// Says that a sheet was shown.
  public FakeTablet seen(int revision) {
    return receipt(revision, ReceiptStage.RECEIPT_STAGE_SEEN);
  }

  private FakeTablet receipt(int revision, ReceiptStage stage) {
    SheetReceipt receipt =
        SheetReceipt.newBuilder()
            .setRevision(revision)
            .setStage(stage)
            .setOccurredTime(Timestamp.newBuilder().setSeconds(1_795_000_000L))
            .build();
    return say(TabletToGateway.newBuilder().setReceipt(receipt).build());
  }

  /// The driver accepts a load.
  ///
  /// @return the action's id
  public synchronized String accept(String loadId) {
    String actionId = identity.tabletId() + "-action-" + ++nextAction;
    act(
        DriverAction.newBuilder()
            .setActionId(actionId)
            .setDriverId(identity.driverId())
            .setTabletId(identity.tabletId())
            .setLoadId(loadId)
            .setOccurredTime(Timestamp.newBuilder().setSeconds(1_795_000_000L))
            .setAccept(Accept.newBuilder().setRevision(1))
            .build());
    return actionId;
  }

  /// The driver does something.
  public FakeTablet act(DriverAction action) {
    return say(TabletToGateway.newBuilder().setAction(action).build());
  }

  /// Shows a sign of life.
  public FakeTablet heartbeat() {
    return say(TabletToGateway.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()).build());
  }

  /// Says anything.
  public FakeTablet say(TabletToGateway message) {
    call.sendMessage(message);
    return this;
  }

  /// Takes one more message at most, until [#readOn].
  public synchronized void stopReading() {
    reading = false;
  }

  /// Takes messages again.
  public void readOn() {
    synchronized (this) {
      reading = true;
    }
    call.request(1);
  }

  /// Cuts the stream.
  public void disconnect() {
    call.cancel("the tablet is gone", null);
  }

  /// Ends the stream in good order.
  public void leave() {
    call.halfClose();
  }

  @Override
  public void close() {
    disconnect();
  }

  /// All that came, oldest first.
  public synchronized List<GatewayToTablet> received() {
    return List.copyOf(received);
  }

  /// Revisions of the sheets that came, oldest first.
  public List<Integer> sheetRevisions() {
    return received().stream()
        .filter(GatewayToTablet::hasRouteSheet)
        .map(message -> message.getRouteSheet().getRevision())
        .toList();
  }

  /// Kinds of the messages that came, oldest first.
  public List<MessageCase> kinds() {
    return received().stream().map(GatewayToTablet::getMessageCase).toList();
  }

  /// Whether the stream has ended.
  public synchronized boolean isClosed() {
    return closed != null;
  }

  public Welcome awaitWelcome() {
    return await("Welcome", GatewayToTablet::hasWelcome).getWelcome();
  }

  public RouteSheet awaitSheet(int revision) {
    return await(
            "sheet " + revision,
            it -> it.hasRouteSheet() && it.getRouteSheet().getRevision() == revision)
        .getRouteSheet();
  }

  public void awaitCaughtUp() {
    var _ = await("CaughtUp", GatewayToTablet::hasCaughtUp);
  }

  public ActionAck awaitActionAck(String actionId) {
    return await(
            "ack of " + actionId,
            it -> it.hasActionAck() && it.getActionAck().getActionId().equals(actionId))
        .getActionAck();
  }

  public ReceiptAck awaitReceiptAck(int revision, ReceiptStage stage) {
    return await(
            "ack of " + stage + " " + revision,
            it ->
                it.hasReceiptAck()
                    && it.getReceiptAck().getRevision() == revision
                    && it.getReceiptAck().getStage() == stage)
        .getReceiptAck();
  }

  public Move awaitMove() {
    return await("Move", GatewayToTablet::hasMove).getMove();
  }

  public Closed awaitClosed() {
    return awaitSome("the stream's end", tablet -> Optional.ofNullable(tablet.closed));
  }

  /// The first message that fits.
  public GatewayToTablet await(String what, Predicate<GatewayToTablet> fits) {
    return awaitSome(what, tablet -> tablet.received.stream().filter(fits).findFirst());
  }

  private synchronized <T> T awaitSome(String what, Function<FakeTablet, Optional<T>> find) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Optional<T> found = find.apply(this);
      if (found.isPresent()) {
        return found.get();
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (millis <= 0) {
        throw new AssertionError(
            identity + " waited for " + what + ", got " + received + ", closed " + closed);
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      }
    }
  }
}
