package com.northwind.dispatch.tabletpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import com.northwind.dispatch.tabletpush.fake.TabletInbox.Closed;
import com.northwind.dispatch.tabletpush.fake.TestGateway;
import com.northwind.dispatch.tabletpush.session.Drain.DrainReport;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A gateway that empties itself before it goes.
class DrainTest {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  private List<FakeTablet> open(int count) {
    List<FakeTablet> tablets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tablets.add(gateway.open("TAB-" + i, "D-" + i));
    }
    return tablets;
  }

  private CompletableFuture<DrainReport> drain() {
    return gateway.push().drain(WINDOW).toCompletableFuture();
  }

  private static long asked(List<FakeTablet> tablets) {
    return tablets.stream()
        .filter(tablet -> tablet.received().stream().anyMatch(GatewayToTablet::hasMove))
        .count();
  }

  @Test
  void isDoneAtOnceWhenNobodyIsThere() {
    assertEquals(new DrainReport(0, 0), drain().join());
  }

  @Test
  void asksInWavesAndIsDoneWhenTheLastHasLeft() {
    List<FakeTablet> tablets = open(240);
    CompletableFuture<DrainReport> done = drain();
    long before = asked(tablets);
    assertTrue(before > 0 && before <= 12, before + " asked in the first wave");

    for (int step = 0; step < 12; step++) {
      gateway.advance(Duration.ofMillis(500));
      long now = asked(tablets);
      assertTrue(now - before <= 22, (now - before) + " asked in half a second");
      before = now;
    }
    assertEquals(240, before);
    assertFalse(done.isDone());
    tablets.forEach(FakeTablet::leave);

    assertEquals(new DrainReport(240, 0), done.join());
  }

  @Test
  void namesTheReasonWhenItAsks() {
    FakeTablet tablet = open(1).getFirst();

    var _ = drain();

    assertEquals(CloseReason.CLOSE_REASON_DRAIN, tablet.awaitMove().getReason());
    assertTrue(tablet.awaitMove().getAfterMs() <= 250);
  }

  @Test
  void endsWhoStaysByTheEndOfTheWindow() {
    List<FakeTablet> tablets = open(50);
    CompletableFuture<DrainReport> done = drain();

    gateway.advance(WINDOW);

    assertTrue(done.isDone());
    assertEquals(0, gateway.push().streamCount());
    for (FakeTablet tablet : tablets) {
      Closed closed = tablet.awaitClosed();
      assertEquals(Status.Code.UNAVAILABLE, closed.status().getCode());
      assertEquals("DRAIN", closed.reason());
      assertTrue(closed.retryAfterMs() >= 1_000);
    }
    assertEquals(
        SessionEndReason.SESSION_END_REASON_DRAIN,
        gateway.sessionLog().lastOf("TAB-7").orElseThrow().getEndReason());
  }

  @Test
  void refusesNewStreamsAndThoseThatHaveNotSaidHello() {
    FakeTablet early = gateway.connect("TAB-0001", "D-0001");
    var _ = drain();

    FakeTablet late = gateway.connect("TAB-0002", "D-0002");

    assertEquals("DRAIN", early.awaitClosed().reason());
    assertEquals("DRAIN", late.awaitClosed().reason());
  }

  @Test
  void deliversWhileItDrains() {
    FakeTablet tablet = open(1).getFirst();
    var _ = drain();

    gateway.publish("D-0", 1);

    assertEquals(1, tablet.awaitSheet(1).getRevision());
  }
}
