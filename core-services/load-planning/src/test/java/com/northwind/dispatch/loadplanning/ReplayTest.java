package com.northwind.dispatch.loadplanning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.outbox.ManualRelay;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every topic may be read again from its beginning, as often as anyone likes.
@ExtendWith(LocalStack.class)
class ReplayTest {
  private static final List<String> DRIVERS = List.of("D-1", "D-2", "D-3");
  private static final int LOADS = 12;
  private static final int STEPS = 250;

  private final PlanningRig rig;
  private final Dispatcher ana;
  private final List<ConsumedEvent> log = new ArrayList<>();
  private final Map<String, Integer> sequenceNos = new HashMap<>();
  private String prefix = "L-";

  ReplayTest(TestDatabase database) throws Exception {
    rig = new PlanningRig(database);
    ana = rig.dispatcher("Ana");
    ana.putDrivers(DRIVERS);
    ana.putTractors(List.of("T-1"));
  }

  @AfterEach
  void close() throws SQLException {
    rig.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void replayingEveryTopicTwiceAndShuffledEndsInTheSameState(long seed) throws Exception {
    Random random = new Random(seed);
    prefix = "L-" + seed + "-";
    liveADay(random);
    String state = rig.stateHash();
    long sent = rig.relay().run().size();
    String relayed = rig.stateHash();

    for (ConsumedEvent event : shuffled(random)) {
      rig.apply(event);
    }
    for (ConsumedEvent event : shuffled(random)) {
      rig.apply(event);
    }

    assertTrue(sent > LOADS, "the day had events");
    assertTrue(!state.equals(relayed), "the hash sees the outbox");
    assertEquals(relayed, rig.stateHash());
  }

  @Test
  void revisionsOfASheetHaveNoGapsAndEachIsSentOnceInOrder() throws Exception {
    prefix = "L-r-";
    int before = rig.relay().run().size();
    liveADay(new Random(7));

    Map<String, Integer> last = new HashMap<>();
    for (ManualRelay.Sent sent : rig.relay().run()) {
      if (sent.event().data() instanceof RouteSheet sheet) {
        int expected = last.getOrDefault(sheet.getDriverId(), sheet.getRevision() - 1) + 1;
        assertEquals(expected, sheet.getRevision());
        last.put(sheet.getDriverId(), sheet.getRevision());
      }
    }
    assertTrue(last.size() > 1 && before >= 0);
    for (Map.Entry<String, Integer> driver : last.entrySet()) {
      assertEquals(driver.getValue(), ana.sheet(driver.getKey()).body().path("revision").asInt());
    }
  }

  @Test
  void aRevokeAtAnyPointAndGivenTwiceEndsInTheSameState() throws Exception {
    String driver = "D-9";
    ana.putDrivers(List.of(driver));
    for (int point = 0; point <= 4; point++) {
      String load = "L-revoked-" + point;
      ana.create(load);
      ana.assign(load, driver, "T-1");
      List<ConsumedEvent> before =
          List.of(
              event(Topics.ROUTING_ROUTES, load, TestEvents.route(load, driver, 1, 1)),
              event(Topics.TABLET_ACTIONS, driver, TestEvents.accept(driver, load, 0)),
              event(Topics.EXECUTION_STOPS, load, TestEvents.arrived(load, 1, "S1")),
              event(Topics.EXECUTION_STOPS, load, TestEvents.departed(load, 1, "S1")));
      ConsumedEvent revoke = event(Topics.ROUTING_ROUTES, load, TestEvents.revoke(load, 2, 1, 1));
      for (ConsumedEvent event : before.subList(0, point)) {
        rig.apply(event);
      }
      rig.apply(revoke);
      rig.apply(revoke);
      for (ConsumedEvent event : before) {
        rig.apply(event);
      }

      assertEquals("AVAILABLE", ana.load(load).text("status"), "revoked at " + point);
      List<String> history = ana.history(load);
      assertEquals(1, history.stream().filter("taken from driver D-9, open again"::equals).count());
    }
    assertEquals(List.of(), ana.sheet(driver).body().path("loads").valueStream().toList());
  }

  /// Random doings of everyone, each event given once, in an order that could have been.
  private void liveADay(Random random) throws SQLException {
    for (int i = 0; i < LOADS; i++) {
      assertEquals(201, ana.create(prefix + i).status());
    }
    for (int step = 0; step < STEPS; step++) {
      String load = prefix + random.nextInt(LOADS);
      var body = ana.load(load).body();
      String driver = body.path("driverId").asText(DRIVERS.get(random.nextInt(DRIVERS.size())));
      int assignmentNo = body.path("assignmentNo").asInt();
      int revision = ana.sheet(driver).body().path("revision").asInt();
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> ana.assign(load, driver, "T-1");
        case 3, 4 -> happens(routed(load, driver, assignmentNo));
        case 5 ->
            happens(
                event(Topics.TABLET_ACTIONS, driver, TestEvents.accept(driver, load, revision)));
        case 6 -> happens(stop(load, assignmentNo, random, true));
        case 7 -> happens(stop(load, assignmentNo, random, false));
        case 8 -> {
          if (revision > 0) {
            happens(receipt(driver, revision, random));
          }
        }
        case 9 -> happens(revoked(load, assignmentNo));
        case 10 ->
            happens(
                event(Topics.TABLET_ACTIONS, driver, TestEvents.decline(driver, load, revision)));
        default -> ana.unassign(load, "changed plans");
      }
    }
  }

  private ConsumedEvent routed(String load, String driver, int assignmentNo) {
    int sequenceNo = sequenceNos.merge(load, 1, Integer::sum);
    Message data =
        sequenceNo % 7 == 6
            ? TestEvents.infeasible(load, sequenceNo, assignmentNo)
            : TestEvents.route(load, driver, sequenceNo, assignmentNo);
    return event(Topics.ROUTING_ROUTES, load, data);
  }

  private ConsumedEvent revoked(String load, int assignmentNo) {
    int sequenceNo = sequenceNos.merge(load, 2, Integer::sum);
    return event(
        Topics.ROUTING_ROUTES,
        load,
        TestEvents.revoke(load, sequenceNo, sequenceNo - 1, assignmentNo));
  }

  private ConsumedEvent stop(String load, int assignmentNo, Random random, boolean arrived) {
    String stop = random.nextBoolean() ? "S1" : "S2";
    return event(
        Topics.EXECUTION_STOPS,
        load,
        arrived
            ? TestEvents.arrived(load, assignmentNo, stop)
            : TestEvents.departed(load, assignmentNo, stop));
  }

  private ConsumedEvent receipt(String driver, int revision, Random random) {
    ReceiptStage stage = ReceiptStage.forNumber(1 + random.nextInt(3));
    return event(Topics.TABLET_RECEIPTS, driver, TestEvents.receipt(driver, revision, stage));
  }

  private void happens(ConsumedEvent event) throws SQLException {
    log.add(event);
    rig.apply(event);
  }

  private ConsumedEvent event(Topic topic, String key, Message data) {
    long offset = log.size();
    return PlanningRig.event(topic, key, topic.name() + "/" + offset, offset, data);
  }

  /// The log with its keys interleaved at random; each key of each topic keeps its order.
  private List<ConsumedEvent> shuffled(Random random) {
    Map<String, List<ConsumedEvent>> byKey = new LinkedHashMap<>();
    for (ConsumedEvent event : log) {
      byKey
          .computeIfAbsent(
              event.topic() + "/" + event.event().partitionKey(), key -> new ArrayList<>())
          .add(event);
    }
    List<List<ConsumedEvent>> queues = new ArrayList<>(byKey.values());
    List<ConsumedEvent> mixed = new ArrayList<>();
    while (!queues.isEmpty()) {
      int pick = random.nextInt(queues.size());
      mixed.add(queues.get(pick).removeFirst());
      if (queues.get(pick).isEmpty()) {
        queues.remove(pick);
      }
    }
    return mixed;
  }
}
