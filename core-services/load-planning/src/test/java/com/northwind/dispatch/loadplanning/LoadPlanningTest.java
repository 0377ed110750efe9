package com.northwind.dispatch.loadplanning;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadTendered;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.planning.v1.UnassignReason;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class LoadPlanningTest {
  private final RunningService service;
  private final KafkaPeer peer;
  private final Dispatcher ana;
  private final String load = "L-" + UUID.randomUUID();
  private final String driver = "D-" + UUID.randomUUID();

  LoadPlanningTest(TestDatabase database, LocalBroker broker) throws Exception {
    service = RunningService.on(database, broker);
    peer = new KafkaPeer(broker);
    ana = service.dispatcher("Ana");
  }

  @BeforeEach
  void fleet() {
    assertEquals(200, ana.putDrivers(List.of(driver)).status());
    assertEquals(200, ana.putTractors(List.of("T-1")).status());
  }

  @AfterEach
  void close() {
    peer.close();
    service.close();
  }

  @Test
  void aLoadGoesFromTheDispatcherToTheDriverAndToItsEnd() {
    Dispatcher.Reply created = ana.create(load);
    assertEquals(201, created.status());
    assertEquals("AVAILABLE", created.text("status"));
    peer.awaitEvent(LoadTendered.class, load, event -> event.getStopsCount() == 2);

    Dispatcher.Reply assigned = ana.assign(load, driver, "T-1");
    assertEquals(200, assigned.status());
    assertEquals("PLANNED", assigned.text("status"));
    LoadAssigned event = peer.awaitEvent(LoadAssigned.class, load, _ -> true);
    assertEquals(1, event.getAssignmentNo());
    assertEquals("Ana", event.getActor());

    peer.send(Topics.ROUTING_ROUTES, load, load + "/r1", TestEvents.route(load, driver, 1, 1));
    RouteSheet sheet = peer.awaitEvent(RouteSheet.class, driver, s -> s.getLoadsCount() == 1);
    assertEquals(1, sheet.getRevision());
    assertEquals(load, sheet.getLoads(0).getLoadId());
    assertEquals(2, sheet.getLoads(0).getStopsCount());
    awaitStatus("DISPATCHED");

    receipts(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ana.load(load).body().at("/receipts/seenAt").isTextual());

    act(TestEvents.accept(driver, load, 1));
    awaitStatus("ACCEPTED");
    peer.awaitEvent(LoadAccepted.class, load, e -> e.getDriverId().equals(driver));

    progress("/arrived/S1", TestEvents.arrived(load, 1, "S1"));
    awaitStatus("IN_PROGRESS");
    progress("/departed/S1", TestEvents.departed(load, 1, "S1"));
    progress("/arrived/S2", TestEvents.arrived(load, 1, "S2"));
    progress("/departed/S2", TestEvents.departed(load, 1, "S2"));
    awaitStatus("COMPLETED");
    peer.awaitEvent(LoadCompleted.class, load, e -> e.getAssignmentNo() == 1);
    assertEquals(
        0, peer.awaitEvent(RouteSheet.class, driver, s -> s.getRevision() == 2).getLoadsCount());
  }

  @Test
  void aRevokedRouteOpensTheLoadAgainAndTakesItOffTheTablet() {
    ana.create(load);
    ana.assign(load, driver, "T-1");
    peer.send(Topics.ROUTING_ROUTES, load, load + "/r1", TestEvents.route(load, driver, 1, 1));
    awaitStatus("DISPATCHED");

    peer.send(Topics.ROUTING_ROUTES, load, load + "/r2", TestEvents.revoke(load, 2, 1, 1));

    awaitStatus("AVAILABLE");
    assertEquals(
        "The route was revoked: breakdown. Tractor T-1 lost coolant near Little Rock",
        ana.load(load).text("note"));
    LoadUnassigned event = peer.awaitEvent(LoadUnassigned.class, load, _ -> true);
    assertEquals(UnassignReason.UNASSIGN_REASON_ROUTE_REVOKED, event.getReason());
    assertEquals(
        0, peer.awaitEvent(RouteSheet.class, driver, s -> s.getRevision() == 2).getLoadsCount());
    assertEquals(200, ana.assign(load, driver, "T-1").status());
  }

  @Test
  void aRevokeWinsAlsoWhenItArrivesBeforeWhatItRevokes() {
    ana.create(load);
    ana.assign(load, driver, "T-1");

    peer.send(Topics.ROUTING_ROUTES, load, load + "/r2", TestEvents.revoke(load, 2, 1, 1));
    peer.send(Topics.ROUTING_ROUTES, load, load + "/r1", TestEvents.route(load, driver, 1, 1));

    awaitStatus("AVAILABLE");
    assertEquals(0, ana.sheet(driver).body().path("revision").asInt());
    assertEquals(List.of(), peer.seen(RouteSheet.class, driver));
  }

  @Test
  void aDeclinedLoadIsOpenAgainWithTheDriversReason() {
    ana.create(load);
    ana.assign(load, driver, "T-1");
    peer.send(Topics.ROUTING_ROUTES, load, load + "/r1", TestEvents.route(load, driver, 1, 1));
    awaitStatus("DISPATCHED");

    act(TestEvents.decline(driver, load, 1));

    awaitStatus("AVAILABLE");
    assertEquals("Driver " + driver + " declined: HOURS, no hours", ana.load(load).text("note"));
    peer.awaitEvent(RouteSheet.class, driver, s -> s.getRevision() == 2);
  }

  @Test
  void anActionOfADriverWhoNoLongerHasTheLoadIsKeptAndRefused() {
    ana.create(load);
    ana.assign(load, driver, "T-1");
    ana.unassign(load, "customer asked");

    act(TestEvents.accept(driver, load, 1));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ana.history(load).contains("driver's accept not taken"));
    assertEquals("AVAILABLE", ana.load(load).text("status"));
  }

  private void awaitStatus(String status) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> assertEquals(status, ana.load(load).text("status")));
  }

  private void receipts(int revision) {
    for (ReceiptStage stage :
        List.of(
            ReceiptStage.RECEIPT_STAGE_SENT,
            ReceiptStage.RECEIPT_STAGE_ON_DEVICE,
            ReceiptStage.RECEIPT_STAGE_SEEN)) {
      peer.send(
          Topics.TABLET_RECEIPTS,
          driver,
          driver + "/" + revision + "/" + stage,
          TestEvents.receipt(driver, revision, stage));
    }
  }

  private void act(DriverAction action) {
    peer.send(Topics.TABLET_ACTIONS, driver, action.getActionId(), action);
  }

  private void progress(String id, Message event) {
    peer.send(Topics.EXECUTION_STOPS, load, load + id, event);
  }
}
