package com.northwind.dispatch.tabletpush.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.DriverMessage;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.tabletpush.TabletPush;
import com.northwind.dispatch.tabletpush.TabletPushConfig;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.InMemorySessionLog;
import com.northwind.dispatch.tabletpush.fake.InMemoryUplink;
import com.northwind.dispatch.tabletpush.fake.PlainTokens;
import com.northwind.dispatch.tabletpush.fake.RecordingMetrics;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The engine on real sockets, with the threads and the flow control they bring.
class NettyStreamTest {
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final InMemoryUplink uplink = new InMemoryUplink();
  private final RecordingMetrics metrics = new RecordingMetrics();
  private final TabletPush push =
      TabletPush.create(
          TabletPushConfig.defaults("gateway-1"),
          new PlainTokens(),
          uplink,
          new InMemorySessionLog(),
          metrics,
          Clock.systemUTC(),
          scheduler);
  private final Server server =
      TransportSettings.applyTo(
              NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)))
          .addService(push.service())
          .build();
  private final List<ManagedChannel> channels = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    channels.forEach(ManagedChannel::shutdownNow);
    server.shutdownNow();
    push.close();
    scheduler.shutdownNow();
  }

  private ManagedChannel channel() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
            .usePlaintext()
            .directExecutor()
            .build();
    channels.add(channel);
    return channel;
  }

  private static FakeTablet connect(ManagedChannel channel, String tabletId, String driverId) {
    return FakeTablet.connect(channel, tabletId, driverId, PlainTokens.token(tabletId, driverId));
  }

  @Test
  void everyTabletEndsWithTheNewestSheetHoweverManyThreadsPublish() {
    int tabletCount = 100;
    int revisions = 50;
    ManagedChannel shared = channel();
    List<FakeTablet> tablets = new ArrayList<>();
    for (int i = 0; i < tabletCount; i++) {
      tablets.add(connect(shared, "TAB-" + i, "D-" + i).confirming().hello());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        threads.execute(
            () -> {
              for (int revision = 1; revision <= revisions; revision++) {
                for (int i = 0; i < tabletCount; i++) {
                  push.onRouteSheet(TestGateway.sheet("D-" + i, revision));
                }
              }
            });
      }
    }
    for (FakeTablet tablet : tablets) {
      assertEquals(revisions, tablet.awaitSheet(revisions).getRevision());
      tablet.awaitReceiptAck(revisions, ReceiptStage.RECEIPT_STAGE_ON_DEVICE);
      List<Integer> came = tablet.sheetRevisions();
      assertEquals(came.stream().sorted().distinct().toList(), came);
    }
    assertEquals(metrics.pushes(), uplink.revisions(ReceiptStage.RECEIPT_STAGE_SENT).size());
    assertEquals(List.of(), push.stalledReceipts());
  }

  @Test
  void ofManyTabletsThatWantOneDriverExactlyOneStays() {
    List<FakeTablet> tablets = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tablets.add(connect(channel(), "TAB-" + i, "D-0001"));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      tablets.forEach(tablet -> threads.execute(() -> tablet.hello()));
    }

    tablets.forEach(FakeTablet::awaitAnswered);
    push.onRouteSheet(TestGateway.sheet("D-0001", 1));

    assertEquals(1, push.sessionCount());
    assertEquals(1, push.streamCount());
    assertEquals(39, metrics.closes().size());
  }

  @Test
  void aTabletThatDoesNotReadKeepsOnlyWhatTheSocketTook() {
    FakeTablet slow = connect(channel(), "TAB-0001", "D-0001").hello();
    slow.awaitCaughtUp();
    slow.stopReading();
    FakeTablet quick = connect(channel(), "TAB-0002", "D-0002").hello();
    int revisions = 500;

    for (int revision = 1; revision <= revisions; revision++) {
      push.onRouteSheet(largeSheet("D-0001", revision));
      push.onRouteSheet(TestGateway.sheet("D-0002", revision));
      var _ = quick.awaitSheet(revision);
    }

    int slowPushes = metrics.pushes() - revisions;
    assertTrue(slowPushes < 30, slowPushes + " of 500 large sheets were handed to the transport");
    slow.readOn();
    assertEquals(revisions, slow.awaitSheet(revisions).getRevision());
  }

  private static RouteSheet largeSheet(String driverId, int revision) {
    return TestGateway.sheet(driverId, revision).toBuilder()
        .setLoads(
            0,
            TestGateway.sheet(driverId, revision).getLoads(0).toBuilder()
                .setReference("x".repeat(100_000)))
        .build();
  }

  @Test
  void aMessageTheTransportRefusesEndsItsStreamAndNotTheConnection() {
    ManagedChannel shared = channel();
    FakeTablet neighbour = connect(shared, "TAB-0002", "D-0002").hello();
    FakeTablet tablet = connect(shared, "TAB-0001", "D-0001").hello();
    var _ = tablet.awaitWelcome();

    String text = "x".repeat(TransportSettings.MAX_FRAME_BYTES + 1);
    tablet.act(
        DriverAction.newBuilder().setMessage(DriverMessage.newBuilder().setText(text)).build());

    assertFalse(tablet.awaitClosed().status().isOk());
    push.onRouteSheet(TestGateway.sheet("D-0002", 1));
    assertEquals(1, neighbour.awaitSheet(1).getRevision());
    assertEquals(1, push.streamCount());
  }

  @Test
  void aCutConnectionEndsAllItsStreams() {
    ManagedChannel cut = channel();
    List<FakeTablet> tablets = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tablets.add(connect(cut, "TAB-" + i, "D-" + i).hello());
    }
    tablets.forEach(FakeTablet::awaitCaughtUp);

    cut.shutdownNow();

    Set<Integer> epochs = new HashSet<>();
    ManagedChannel fresh = channel();
    for (int i = 0; i < 50; i++) {
      epochs.add(connect(fresh, "TAB-" + i, "D-" + i).hello(0, 1).awaitWelcome().getEpoch());
    }
    assertEquals(Set.of(2), epochs);
    assertEquals(50, push.sessionCount());
  }

  @Test
  void tabletsPingNoMoreOftenThanTheGatewayPermits() {
    assertTrue(
        TransportSettings.CLIENT_PING_EVERY.compareTo(TransportSettings.CLIENT_PING_AT_MOST_EVERY)
            >= 0);
  }
}
