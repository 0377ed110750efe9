package com.northwind.dispatch.loadplanning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.planning.v2.CancelReason;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class RestTest {
  private static final int RACES = 100;

  private final PlanningRig rig;
  private final Dispatcher ana;
  private final Dispatcher bob;
  private final String load = "L-" + UUID.randomUUID();

  RestTest(TestDatabase database) throws Exception {
    rig = new PlanningRig(database);
    ana = rig.dispatcher("Ana");
    bob = rig.dispatcher("Bob");
    ana.putDrivers(List.of("D-1", "D-2"));
    ana.putTractors(List.of("T-1", "T-2"));
  }

  @AfterEach
  void close() throws SQLException {
    rig.close();
  }

  @Test
  void aSecondAssignmentIsRefusedNamingTheHolderAndSinceWhen() {
    ana.create(load);
    Dispatcher.Reply first = ana.assign(load, "D-1", "T-1");

    Dispatcher.Reply second = bob.assign(load, "D-2", "T-2");

    assertEquals(409, second.status());
    assertEquals("load-held", second.problem());
    assertEquals(
        "Load %s is held by driver D-1 since %s, assigned by Ana. Take it back first."
            .formatted(load, first.text("assignedAt")),
        second.text("detail"));
  }

  @Test
  void ofTwoDispatchersWhoAssignAtOnceOneWins() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int race = 0; race < RACES; race++) {
        String contested = load + "-" + race;
        ana.create(contested);
        Future<Dispatcher.Reply> a = threads.submit(() -> ana.assign(contested, "D-1", "T-1"));
        Future<Dispatcher.Reply> b = threads.submit(() -> bob.assign(contested, "D-2", "T-2"));

        List<Integer> statuses = new ArrayList<>(List.of(a.get().status(), b.get().status()));
        statuses.sort(null);

        assertEquals(List.of(200, 409), statuses);
        assertEquals(1, ana.load(contested).body().path("assignmentNo").asInt());
      }
    }
  }

  @Test
  void aRepeatedCommandIsAnsweredAsTheFirstTimeAndDoneOnce() throws Exception {
    String create = Dispatcher.twoStops("create-" + load, load);
    Dispatcher.Reply first = ana.post("/v1/loads", create);
    Dispatcher.Reply second = ana.post("/v1/loads", create);
    assertEquals(201, first.status());
    assertEquals(201, second.status());
    assertFalse(first.replayed());
    assertTrue(second.replayed());
    assertEquals(first.body(), second.body());

    String assign = "{'commandId':'assign-%s','driverId':'D-1','tractorId':'T-1'}".formatted(load);
    assertEquals(200, ana.post("/v1/loads/" + load + "/assign", assign).status());
    ana.unassign(load, "customer asked");
    Dispatcher.Reply again = ana.post("/v1/loads/" + load + "/assign", assign);
    assertEquals(200, again.status());
    assertTrue(again.replayed());
    assertEquals("AVAILABLE", ana.load(load).text("status"));
    assertEquals(
        1,
        rig.relay().run().stream()
            .filter(sent -> sent.event().id().equals(load + "/assigned/1"))
            .count());
  }

  @Test
  void aCommandIdWithOtherContentIsRefused() {
    ana.post("/v1/loads", Dispatcher.twoStops("same-" + load, load));

    Dispatcher.Reply other =
        ana.post("/v1/loads", Dispatcher.twoStops("same-" + load, load + "-b"));

    assertEquals(409, other.status());
    assertEquals("command-id-reused", other.problem());
  }

  @Test
  void anUnknownDriverOrTractorIsRefusedAtItsField() {
    ana.create(load);

    Dispatcher.Reply driver = ana.assign(load, "D-9", "T-1");
    Dispatcher.Reply tractor = ana.assign(load, "D-1", "T-9");

    assertEquals(422, driver.status());
    assertEquals("unknown-driver", driver.problem());
    assertEquals("/driverId", driver.text("pointer"));
    assertEquals("unknown-tractor", tractor.problem());
    assertEquals("/tractorId", tractor.text("pointer"));
    assertEquals("AVAILABLE", ana.load(load).text("status"));
  }

  @Test
  void whatIsMissingOrMalformedIsSaid() {
    ana.create(load);

    assertEquals("no-such-load", ana.load("L-none").problem());
    assertEquals("no-such-load", ana.assign("L-none", "D-1", "T-1").problem());
    assertEquals("no-such-load", ana.get("/v1/loads/L-none/history").problem());
    assertEquals("no-such-driver", ana.sheet("D-none").problem());
    assertEquals("no-such-load", ana.load("%00").problem());
    assertEquals("no-such-driver", ana.sheet("%00").problem());
    assertEquals(200, ana.get("/v1/loads?driverId=%00&after=%00").status());
    assertEquals(
        "command-id-missing",
        ana.post("/v1/loads/" + load + "/unassign", "{'reason':'x'}").problem());
    assertEquals(
        "/reason",
        ana.post("/v1/loads/" + load + "/unassign", "{'commandId':'%s'}".formatted(load))
            .text("pointer"));
    assertEquals("malformed-json", ana.post("/v1/loads", "{'commandId':").problem());
    assertEquals(400, ana.get("/v1/loads?status=LOST").status());
    assertEquals(400, ana.get("/v1/loads?limit=0").status());
    assertEquals("load-not-held", ana.unassign(load, "x").problem());
    assertEquals("duplicate-id", ana.putDrivers(List.of("D-1", "D-1")).problem());
    assertEquals("load-id-taken", ana.create(load).problem());
  }

  @Test
  void aCancelledLoadStaysCancelledAndSaysWhy() {
    ana.create(load);
    ana.assign(load, "D-1", "T-1");

    Dispatcher.Reply cancelled = bob.cancel(load, "customer called it off");

    assertEquals("CANCELLED", cancelled.text("status"));
    assertEquals("customer called it off", cancelled.text("note"));
    assertEquals("load-closed", ana.assign(load, "D-1", "T-1").problem());
    assertEquals(
        List.of("entered", "assigned to driver D-1 with tractor T-1 (assignment 1)", "cancelled"),
        ana.history(load));
  }

  @Test
  void aCancellationIsClassedForCountingWhenItsClassIsKnown() throws Exception {
    ana.create(load);

    Dispatcher.Reply unknown = ana.cancel(load, "gate closed", "WEATHER");
    Dispatcher.Reply known = ana.cancel(load, "gate closed", "FREIGHT_NOT_READY");

    assertEquals("reason-class-unknown", unknown.problem());
    assertEquals("CANCELLED", known.text("status"));
    LoadCancelled said =
        rig.relay().run().stream()
            .map(sent -> sent.event().data())
            .filter(LoadCancelled.class::isInstance)
            .map(LoadCancelled.class::cast)
            .filter(cancelled -> cancelled.getLoadId().equals(load))
            .findFirst()
            .orElseThrow();
    assertEquals(CancelReason.CANCEL_REASON_FREIGHT_NOT_READY, said.getReason());
    assertEquals("gate closed", said.getDetail());
  }

  @Test
  void showsHowFarALoadCameWithItsDriverAndWhoMayStillSeeAWithdrawnOne() throws SQLException {
    String driver = "D-" + load;
    ana.putDrivers(List.of(driver));
    ana.create(load);
    ana.assign(load, driver, "T-1");
    rig.apply(event(Topics.ROUTING_ROUTES, load, TestEvents.route(load, driver, 1, 1)));
    assertTrue(ana.load(load).body().at("/receipts/stalled").asBoolean());

    rig.apply(receipt(driver, 1));
    assertFalse(ana.load(load).body().at("/receipts/stalled").asBoolean());
    assertEquals("2026-11-22T12:00:00Z", ana.load(load).body().at("/receipts/onDeviceAt").asText());

    ana.unassign(load, "customer asked");
    var withdrawal = ana.load(load).body().path("withdrawal");
    assertEquals(driver, withdrawal.path("driverId").asText());
    assertEquals(2, withdrawal.path("sheetRevision").asInt());
    assertFalse(withdrawal.has("onDeviceAt"));

    rig.apply(receipt(driver, 2));
    assertTrue(ana.load(load).body().path("withdrawal").has("onDeviceAt"));
  }

  private static ConsumedEvent receipt(String driver, int revision) {
    return event(
        Topics.TABLET_RECEIPTS,
        driver,
        TestEvents.receipt(driver, revision, ReceiptStage.RECEIPT_STAGE_ON_DEVICE));
  }

  private static ConsumedEvent event(Topic topic, String key, Message data) {
    return PlanningRig.event(topic, key, UUID.randomUUID().toString(), 0, data);
  }

  @Test
  void listsLoadsByStatusDriverAndPage() {
    for (int i = 0; i < 3; i++) {
      ana.create(load + "-" + i);
    }
    String driver = "D-" + load;
    ana.putDrivers(List.of(driver));
    ana.assign(load + "-1", driver, "T-2");

    assertEquals(List.of(load + "-1"), ids("?status=PLANNED&driverId=" + driver));
    assertEquals(List.of(load + "-0", load + "-1"), ids("?limit=2&after=" + load));
    assertEquals(load + "-2", ids("?limit=2&after=" + load + "-1").getFirst());
  }

  private List<String> ids(String query) {
    return ana.get("/v1/loads" + query)
        .body()
        .path("loads")
        .valueStream()
        .map(one -> one.path("loadId").asText())
        .toList();
  }
}
