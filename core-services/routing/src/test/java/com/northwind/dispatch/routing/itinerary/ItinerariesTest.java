package com.northwind.dispatch.routing.itinerary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.routing.travel.GreatCircleTravel;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.audit.AuditEntry;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.outbox.ManualRelay;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class ItinerariesTest {
  private static final String STATE_HASH =
      """
      select md5(coalesce(string_agg(line, '|' order by line), '')) as hash
      from (select to_jsonb(load_route)::text as line from load_route
            union all select to_jsonb(route_decision)::text from route_decision
            union all select to_jsonb(audit)::text from audit) as lines
      """;

  private final MigratedDatabase database;
  private final ManualRelay relay;
  private final Itineraries itineraries;
  private final LoadId load = new LoadId("L-" + UUID.randomUUID());
  private final LoadEvents events = new LoadEvents(load.value());

  ItinerariesTest(TestDatabase testDatabase) throws SQLException {
    database = MigratedDatabase.in(testDatabase, "classpath:northwind/migrations/routing");
    relay = ManualRelay.of(database.database());
    itineraries =
        new Itineraries(
            new GreatCircleTravel(),
            new Outbox(EventCodec.ofCatalogue(), () -> {}),
            new Audit(),
            database.meters(),
            "/routing/test",
            Clock.fixed(Loads.NOW.plusSeconds(1), ZoneOffset.UTC));
  }

  @AfterEach
  void close() throws Exception {
    relay.run();
    relay.close();
    database.close();
  }

  @Test
  void publishesTheRouteWithItsStopsAuditAndState() throws Exception {
    // When
    apply(events.assigned(1));

    // Then
    ManualRelay.Sent sent = relay.run().getFirst();
    RouteAssigned assigned = assertInstanceOf(RouteAssigned.class, sent.event().data());
    assertEquals("routing.routes", sent.topic());
    assertEquals(load.value(), sent.key());
    assertEquals("route/" + load + "/1", sent.event().id());
    assertEquals(1, assigned.getSequenceNo());
    assertEquals(1, assigned.getAssignmentNo());
    assertEquals("D-0001", assigned.getDriverId());
    assertEquals(
        List.of("S1", "S2"),
        assigned.getRoute().getStopsList().stream().map(s -> s.getStop().getStopId()).toList());
    assertEquals(
        StopMapping.toContract(Loads.dallasToAustin().getLast()),
        assigned.getRoute().getStops(1).getStop());
    assertEquals(
        Loads.NOW, StopMapping.instant(assigned.getRoute().getStops(0).getPlannedArrivalTime()));
    assertEquals(1, audit().size());
    assertTrue(audit().getFirst().what().startsWith("Assignment 1 routed: 2 stops, "));
  }

  @Test
  void publishesWhyThereIsNoRoute() throws Exception {
    apply(events.assignedTooLate(1));

    RouteInfeasible infeasible =
        assertInstanceOf(RouteInfeasible.class, relay.run().getFirst().event().data());
    assertEquals("S2", infeasible.getStopId());
    assertEquals(1, infeasible.getSequenceNo());
    assertTrue(infeasible.getDetail().contains("after its window ends"), infeasible.getDetail());
  }

  @Test
  void saysWhatIsWrongWithALoadThatBreaksTheContract() throws Exception {
    Stop nowhere = Stop.newBuilder().setStopId("S9").setKind(StopKind.STOP_KIND_PICKUP).build();
    apply(
        events.envelope(
            "broken",
            LoadAssigned.newBuilder()
                .setLoadId(load.value())
                .setAssignmentNo(1)
                .addStops(nowhere)
                .build()));

    RouteInfeasible infeasible =
        assertInstanceOf(RouteInfeasible.class, relay.run().getFirst().event().data());
    assertEquals("S9", infeasible.getStopId());
    assertEquals("Stop S9 has no position.", infeasible.getDetail());
  }

  @Test
  void revokesTheRouteOfACancelledLoadAndOfNoOther() throws Exception {
    apply(events.assigned(1));
    apply(events.cancelled());
    apply(events.assigned(2));

    List<ManualRelay.Sent> sent = relay.run();
    RouteRevoked revoked = assertInstanceOf(RouteRevoked.class, sent.get(1).event().data());
    assertEquals(2, sent.size());
    assertEquals(2, revoked.getSequenceNo());
    assertEquals(1, revoked.getRevokedSequenceNo());
    assertEquals("Customer cancelled.", revoked.getDetail());
    assertEquals("REVOKE_REASON_LOAD_WITHDRAWN", revoked.getReason().name());
  }

  @Test
  void endsInTheSameStateWhenTheWholeTopicIsReplayedTwice() throws Exception {
    // Given: the stories of twenty loads, interleaved but in order per load
    List<EventEnvelope> topic = interleavedStories(20);
    for (EventEnvelope event : topic) {
      apply(event);
    }
    String once = stateHash();
    int published = relay.run().size();

    // When: twice more, at a later time
    for (int round = 0; round < 2; round++) {
      for (EventEnvelope event : topic) {
        apply(event);
      }
    }

    // Then
    assertEquals(once, stateHash());
    assertTrue(published > 40, "published " + published);
    assertEquals(List.of(), relay.run());
  }

  @Test
  void countsWhatItIgnores() throws Exception {
    apply(events.assigned(2));
    apply(events.assigned(1));
    apply(events.unassigned(1));
    apply(events.assigned(2));

    assertEquals(2.0, ignored("STALE"));
    assertEquals(1.0, ignored("DUPLICATE"));
  }

  private double ignored(String kind) {
    return database.meters().counter("northwind.routing.ignored", "kind", kind).count();
  }

  private static List<EventEnvelope> interleavedStories(int loads) {
    Random random = new Random(7);
    List<List<EventEnvelope>> stories = new ArrayList<>();
    for (int i = 0; i < loads; i++) {
      LoadEvents of = new LoadEvents("L-" + UUID.randomUUID());
      stories.add(
          new ArrayList<>(
              i % 2 == 0
                  ? List.of(of.assigned(1), of.unassigned(1), of.assigned(2), of.completed(2))
                  : List.of(
                      of.assignedTooLate(1), of.unassigned(1), of.assigned(2), of.cancelled())));
    }
    List<EventEnvelope> topic = new ArrayList<>();
    while (!stories.isEmpty()) {
      Collections.shuffle(stories, random);
      topic.add(stories.getFirst().removeFirst());
      stories.removeIf(List::isEmpty);
    }
    return topic;
  }

  private void apply(EventEnvelope event) throws SQLException {
    database.transactions().run(tx -> itineraries.apply(tx, LoadEvents.consumed(event)));
  }

  private List<AuditEntry> audit() throws SQLException {
    return database.transactions().call(tx -> new Audit().of(tx, load.value(), 100));
  }

  private String stateHash() throws SQLException {
    return database.transactions().call(tx -> tx.sql(STATE_HASH).one(row -> row.getString("hash")));
  }
}
