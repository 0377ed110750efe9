package com.northwind.dispatch.simulator.tablet;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.simulator.ledger.AssignmentKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TabletDrivingTest {
  private static final Duration STOP = Duration.ofMillis(60);

  private final TabletBench bench;

  TabletDrivingTest() throws Exception {
    bench = new TabletBench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void storesASheetAndSendsBothReceipts() throws Exception {
    bench.connect(STOP);
    bench.port.put(TabletBench.sheet(1, "L-1"));

    await().until(() -> bench.port.receipts().size() >= 2);

    assertEquals(ReceiptStage.RECEIPT_STAGE_ON_DEVICE, bench.port.receipts().get(0).getStage());
    assertEquals(ReceiptStage.RECEIPT_STAGE_SEEN, bench.port.receipts().get(1).getStage());
    assertEquals(1, bench.port.receipts().get(1).getRevision());
  }

  @Test
  void acceptsALoadAndDrivesItToTheEnd() throws Exception {
    bench.ledger.asked("D-0001");
    bench.ledger.confirmed(new AssignmentKey("L-1", 1), "D-0001", bench.clock.nowUs());
    TabletFleet fleet = bench.connect(STOP);
    bench.port.put(TabletBench.sheet(1, "L-1"));

    await().until(() -> bench.port.actions().size() >= 8);

    assertEquals(
        List.of(
            "ACCEPT",
            "ARRIVE S1",
            "LOADED S1",
            "DEPART S1",
            "ARRIVE S2",
            "UNLOADED S2",
            "PROOF_OF_DELIVERY S2",
            "DEPART S2"),
        bench.actionNames());
    assertEquals(1, bench.port.actions().getFirst().getAccept().getRevision());
    bench.port.put(TabletBench.sheet(2));
    await().until(() -> bench.ledger.totals().completed() == 1);
    await().until(() -> fleet.unconfirmed() == 0);
  }

  @Test
  void drivesOneLoadAfterTheOther() throws Exception {
    bench.connect(STOP);
    bench.port.put(TabletBench.sheet(1, "L-1", "L-2"));

    await().until(() -> bench.port.actions().size() >= 16);

    List<String> driven =
        bench.port.actions().stream()
            .filter(action -> !action.hasAccept())
            .map(DriverAction::getLoadId)
            .toList();
    assertEquals(14, driven.size());
    assertEquals(driven.stream().sorted().toList(), driven);
  }

  @Test
  void stopsDrivingALoadThatIsTakenAway() throws Exception {
    bench.connect(Duration.ofMillis(1500));
    bench.port.put(TabletBench.sheet(1, "L-1"));
    await().until(() -> bench.actionNames().contains("LOADED S1"));

    bench.port.put(TabletBench.sheet(2));
    bench.port.put(TabletBench.sheet(3, "L-2"));

    await()
        .until(
            () ->
                bench.port.actions().stream()
                    .anyMatch(a -> a.getLoadId().equals("L-2") && a.hasDepart()));
    assertTrue(bench.actionNames().stream().filter("DEPART S2"::equals).count() <= 1);
    assertTrue(
        bench.port.actions().stream()
            .noneMatch(a -> a.getLoadId().equals("L-1") && a.hasProofOfDelivery()));
  }

  @Test
  void anOlderSheetChangesNothing() throws Exception {
    TabletFleet fleet = bench.connect(STOP);
    bench.port.put(TabletBench.sheet(5, "L-1"));
    await().until(() -> fleet.counts().sheetsStored.sum() == 1);

    bench.port.put(TabletBench.sheet(4));

    await().until(() -> fleet.counts().sheetsOutdated.sum() == 1);
    assertEquals(1, fleet.counts().sheetsStored.sum());
  }

  @Test
  void aRefusedActionLeavesTheOutbox() throws Exception {
    TabletFleet fleet = bench.connect(STOP);
    bench.port.acknowledge(false);
    bench.port.put(TabletBench.sheet(1, "L-1"));
    await().until(() -> bench.actionNames().contains("ACCEPT"));

    bench.port.refuse("D-0001", bench.port.actions().getFirst().getActionId(), "not yours");

    await().until(() -> fleet.counts().actionsRefused.sum() == 1);
    assertEquals(0, bench.ledger.totals().accepted());
  }
}
