package com.northwind.dispatch.simulator.tablet;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.simulator.journal.FileJournal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabletSessionTest {
  private static final Duration STOP = Duration.ofMillis(60);

  private final TabletBench bench;

  TabletSessionTest() throws Exception {
    bench = new TabletBench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void provesItselfAndSaysWhatItHas() throws Exception {
    bench.connect(STOP);

    assertEquals(List.of("Bearer a.signed.token"), bench.port.tokens());
    Hello hello = bench.port.hellos().getFirst();
    assertEquals("TAB-0001", hello.getTabletId());
    assertEquals("D-0001", hello.getDriverId());
    assertEquals(0, hello.getSheetRevision());
    assertEquals(0, hello.getLastEpoch());
  }

  @Test
  void saysOnReconnectWhatItHasAndRepeatsWhatWasNeverConfirmed() throws Exception {
    TabletFleet fleet = bench.connect(STOP);
    bench.port.acknowledge(false);
    bench.port.put(TabletBench.sheet(1, "L-1"));
    await().until(() -> bench.actionNames().contains("ACCEPT"));
    bench.port.acknowledge(true);

    bench.port.close("D-0001", Status.UNAVAILABLE, "DRAIN", 50);

    await().until(() -> bench.port.hellos().size() == 2);
    Hello second = bench.port.hellos().get(1);
    assertEquals(1, second.getSheetRevision());
    assertEquals(1, second.getLastEpoch());
    await().until(() -> fleet.unconfirmed() == 0);
    List<String> accepts =
        bench.port.actions().stream()
            .filter(DriverAction::hasAccept)
            .map(DriverAction::getActionId)
            .toList();
    assertEquals(2, accepts.size());
    assertEquals(1, new HashSet<>(accepts).size(), "the same action keeps its id");
    assertEquals(1, fleet.counts().errors.count("DRAIN"));
  }

  @Test
  void waitsAsLongAsTheGatewayAsks() throws Exception {
    bench.connect(STOP);
    long closedUs = bench.clock.nowUs();
    bench.port.close("D-0001", Status.RESOURCE_EXHAUSTED, "OVERLOAD", 700);

    await().until(() -> bench.port.hellos().size() == 2);

    assertTrue(bench.clock.nowUs() - closedUs >= 700_000);
  }

  @Test
  void onMoveTheNewStreamComesBeforeTheOldOneGoes() throws Exception {
    TabletFleet fleet = bench.connect(STOP);
    bench.port.move("D-0001", 20);

    await().until(() -> bench.port.hellos().size() == 2);
    bench.port.put(TabletBench.sheet(1, "L-1"));

    await().until(() -> fleet.counts().sheetsStored.sum() == 1);
    await().until(() -> fleet.counts().connected.get() == 1);
    assertEquals(2, fleet.counts().welcomes.sum());
    assertEquals(1, fleet.counts().errors.count("moved"));
  }

  @Test
  void saysSomethingOnAQuietStream() throws Exception {
    bench.port.heartbeatEvery(2);
    TabletFleet fleet = bench.connect(STOP);

    await().until(() -> bench.port.heartbeats() >= 2);

    assertEquals(1, fleet.counts().connected.get());
    assertTrue(
        bench.port.longestSilenceMs() < 2000,
        () -> bench.port.longestSilenceMs() + " ms of silence");
  }

  @Test
  void afterAKillItGoesOnWhereItWas(@TempDir Path directory) throws Exception {
    FileJournal.Opened before = FileJournal.open(directory);
    TabletFleet killed = bench.tablet(before.journal(), bench.ledger, STOP);
    bench.port.acknowledge(false);
    bench.connect(killed);
    bench.port.put(TabletBench.sheet(3, "L-1"));
    await().until(() -> bench.actionNames().contains("ARRIVE S1"));
    // The kill: the process is gone, its streams are cut, nothing was closed in order.
    killed.endShift();
    killed.powerOff();
    await().until(() -> !bench.port.isConnected("D-0001"));
    int made = bench.port.actions().size();

    bench.port.acknowledge(true);
    FileJournal.Opened after = FileJournal.open(directory);
    TabletFleet fleet = bench.tablet(after.journal(), new AssignmentLedger(), STOP);
    for (JournalEntry entry : after.earlier()) {
      fleet.restore((JournalEntry.OfTablet) entry);
    }
    fleet.powerOn(Duration.ZERO);

    await().until(() -> bench.port.hellos().size() == 2);
    assertEquals(3, bench.port.hellos().get(1).getSheetRevision());
    await().until(() -> bench.actionNames().contains("DEPART S2"));
    await().until(() -> fleet.unconfirmed() == 0);
    assertEquals(
        8,
        bench.port.actions().stream().map(DriverAction::getActionId).distinct().count(),
        "each step was done once");
    assertTrue(bench.port.actions().size() >= 8 + made, "what was unconfirmed was repeated");
  }
}
