package com.northwind.dispatch.tabletpush.fake;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.tablet.v1.Accept;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Heartbeat;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.SheetReceipt;
import com.northwind.dispatch.contracts.tablet.v1.TabletServiceGrpc;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;

/// A tablet on a real gRPC stream: says what it is told to say, and can be slow, silent or gone. It
/// does nothing on its own, except to confirm sheets if asked to. What it got is asked of its
/// [TabletInbox].
public final class FakeTablet extends TabletInbox implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final TabletIdentity identity;
  private final ClientCall<TabletToGateway, GatewayToTablet> call;
  private boolean reading = true;
  private boolean confirming;
  private int nextAction;

  private FakeTablet(TabletIdentity identity, ClientCall<TabletToGateway, GatewayToTablet> call) {
    super(identity.toString());
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
    add(message);
    boolean confirm;
    boolean readOn;
    synchronized (this) {
      confirm = confirming && message.hasRouteSheet();
      readOn = reading;
    }
    if (confirm) {
      onDevice(message.getRouteSheet().getRevision());
    }
    if (readOn) {
      call.request(1);
    }
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

  /// Takes one more message, after [#stopReading].
  public void readOne() {
    call.request(1);
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
}
