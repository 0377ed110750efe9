package com.northwind.dispatch.execution.stop;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.execution.v1.ProgressSource;
import com.northwind.dispatch.contracts.execution.v1.StopArrived;
import com.northwind.dispatch.execution.telemetry.ExecutionRig;
import com.northwind.dispatch.execution.telemetry.Records;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class StopProgressTest {
  private static final Duration START = Duration.ZERO;

  private final String id = UUID.randomUUID().toString();
  private final String vehicleId = "T-" + id;
  private final Trips load = new Trips("L-" + id, "D-" + id, vehicleId);
  private final Records truck = new Records(vehicleId);
  private final ExecutionRig rig;

  StopProgressTest(TestDatabase database) throws SQLException {
    rig = new ExecutionRig(database);
  }

  @AfterEach
  void close() throws SQLException {
    rig.close();
  }

  @Test
  void publishesArrivalAndDepartureByGeofence() throws Exception {
    rig.apply(load.routed(1, START));
    visit(ofMinutes(1), "S1");

    List<EventEnvelope> events = rig.published();
    assertEquals(List.of("S1/ARRIVED", "S1/DEPARTED"), steps(events));
    StopArrived arrived = assertInstanceOf(StopArrived.class, events.getFirst().data());
    assertEquals("L-" + id, arrived.getLoadId());
    assertEquals(1, arrived.getAssignmentNo());
    assertEquals("D-" + id, arrived.getDriverId());
    assertEquals(vehicleId, arrived.getVehicleId());
    assertEquals(ProgressSource.PROGRESS_SOURCE_GEOFENCE, arrived.getSource());
    assertEquals(Records.MORNING.plusSeconds(60), events.getFirst().time());
    assertTrue(arrived.hasPosition());
  }

  @Test
  void publishesWhatTheDriverSays() throws Exception {
    rig.apply(
        load.routed(1, START),
        load.arrives("S1", ofMinutes(1)),
        load.loaded("S1", ofMinutes(30)),
        load.departs("S1", ofMinutes(31)));

    assertEquals(List.of("S1/ARRIVED", "S1/COMPLETED", "S1/DEPARTED"), steps(rig.published()));
  }

  @Test
  void publishesAStepOnceAndKeepsBothSources() throws Exception {
    rig.apply(load.routed(1, START), load.arrives("S1", ofSeconds(30)));
    visit(ofMinutes(1), "S1");
    rig.apply(load.departs("S1", ofMinutes(50)));

    assertEquals(List.of("S1/ARRIVED", "S1/DEPARTED"), steps(rig.published()));
    List<String> evidence =
        view().stops().getFirst().evidence().stream()
            .map(e -> e.step() + " " + e.source())
            .toList();
    assertEquals(
        List.of("ARRIVED DRIVER", "ARRIVED GEOFENCE", "DEPARTED GEOFENCE", "DEPARTED DRIVER"),
        evidence);
    assertEquals(Records.MORNING.plusSeconds(30), view().stops().getFirst().arrivedAt());
  }

  @Test
  void doesNotDepartATruckWhoseDriverReportedEarly() throws Exception {
    rig.apply(load.routed(1, START), load.arrives("S1", ofSeconds(30)));
    rig.apply(
        truck.after(ofSeconds(40), Trips.WACO, 90), truck.after(ofSeconds(45), Trips.WACO, 90));

    assertEquals(List.of("S1/ARRIVED"), steps(rig.published()));
  }

  @Test
  void letsStopsBeVisitedInAnyOrder() throws Exception {
    rig.apply(load.routed(1, START));
    visit(ofMinutes(1), "S2");
    visit(ofHours(5), "S1");

    assertEquals(
        List.of("S2/ARRIVED", "S2/DEPARTED", "S1/ARRIVED", "S1/DEPARTED"), steps(rig.published()));
  }

  @Test
  void publishesNothingAboutARevokedOrWithdrawnAssignment() throws Exception {
    rig.apply(load.routed(1, START), load.revoked(1));
    visit(ofMinutes(1), "S1");
    rig.apply(load.arrives("S2", ofMinutes(50)));
    rig.apply(load.unassigned(2), load.routed(2, ofHours(1)));
    visit(ofHours(2), "S1");

    assertEquals(List.of(), steps(rig.published()));
    assertEquals("REVOKED", view().status());
  }

  @Test
  void attributesAFixFromBeforeTheRouteToNoStop() throws Exception {
    rig.apply(load.routed(1, ofHours(1)));
    visit(ofMinutes(1), "S1");

    assertEquals(List.of(), steps(rig.published()));
  }

  @Test
  void appliesAReportThatOvertookItsRoute() throws Exception {
    rig.apply(load.arrives("S1", ofMinutes(2)));
    assertEquals(List.of(), steps(rig.published()));

    rig.apply(load.routed(1, ofMinutes(1)));

    assertEquals(List.of("S1/ARRIVED"), steps(rig.published()));
  }

  @Test
  void dropsAReportOfAnAssignmentThatIsOverEvenIfTheDriverGetsTheLoadAgain() throws Exception {
    rig.apply(
        load.routed(1, START),
        load.unassigned(1),
        load.arrives("S1", ofMinutes(2)),
        load.routed(2, ofHours(3)));

    assertEquals(List.of(), steps(rig.published()));
    assertEquals(1.0, rig.counted("northwind.driver.reports", "outcome", "STALE"));
  }

  @Test
  void keepsWhatTheDriverTellsLateAboutACompletedLoad() throws Exception {
    rig.apply(load.routed(1, START), load.departs("S2", ofHours(5)), load.completed(1));
    rig.apply(load.loaded("S1", ofHours(1)));

    assertEquals(List.of("S2/DEPARTED", "S1/COMPLETED"), steps(rig.published()));
  }

  @Test
  void watchesTheLoadUnderWayAndNotTomorrowsFromTheSameYard() throws Exception {
    // Given: two loads from the same yard, the first routed first
    Trips tomorrow = new Trips("L-tomorrow-" + id, "D-" + id, vehicleId);
    rig.apply(load.routed(1, START), tomorrow.routed(1, ofSeconds(10)));

    // When
    visit(ofMinutes(1), "S1");

    // Then
    assertTrue(rig.published().stream().allMatch(event -> event.subject().equals("L-" + id)));
  }

  @Test
  void endsInTheSameStateWhenEveryTopicIsReplayedTwice() throws Exception {
    // Given: a day with everything in it
    List<EventEnvelope> day = new ArrayList<>();
    day.add(load.routed(1, START));
    day.addAll(visiting(ofMinutes(1), "S1"));
    day.add(load.loaded("S1", ofMinutes(10)));
    day.add(load.revoked(1));
    day.add(load.unassigned(1));
    day.add(load.arrives("S2", ofMinutes(55)));
    day.add(load.routed(2, ofHours(1)));
    day.add(load.arrives("S1", ofHours(2)));
    day.addAll(visiting(ofHours(2), "S1"));
    day.addAll(visiting(ofHours(6), "S2"));
    day.add(load.departs("S2", ofHours(7)));
    day.add(load.completed(2));
    day.add(
        truck.received(
            Records.MORNING.plus(Duration.ofDays(900)),
            Trips.WACO,
            0,
            Records.MORNING.plus(ofHours(8))));
    rig.apply(day.toArray(EventEnvelope[]::new));
    String once = rig.stateHash();
    List<EventEnvelope> published = rig.published();

    // When: all of it twice more, the second time each topic by itself
    rig.apply(day.toArray(EventEnvelope[]::new));
    for (String type : day.stream().map(EventEnvelope::type).distinct().toList()) {
      rig.apply(day.stream().filter(e -> e.type().equals(type)).toArray(EventEnvelope[]::new));
    }

    // Then
    assertEquals(
        List.of(
            "S1/ARRIVED",
            "S1/DEPARTED",
            "S1/COMPLETED",
            "S1/ARRIVED",
            "S1/DEPARTED",
            "S2/ARRIVED",
            "S2/DEPARTED"),
        steps(published));
    assertEquals(once, rig.stateHash());
    assertEquals(List.of(), steps(rig.published()));
  }

  /// Drives into a stop's yard, stays ten minutes, and leaves.
  private void visit(Duration from, String stopId) throws SQLException {
    rig.applyTogether(visiting(from, stopId));
  }

  private List<EventEnvelope> visiting(Duration from, String stopId) {
    var place = stopId.equals("S1") ? Trips.DALLAS : Trips.AUSTIN;
    return List.of(
        truck.after(from, place, 10),
        truck.after(from.plusSeconds(5), place, 2),
        truck.after(from.plusMinutes(10), Trips.WACO, 90),
        truck.after(from.plusMinutes(10).plusSeconds(5), Trips.WACO, 90));
  }

  private ProgressView view() throws SQLException {
    return rig.database()
        .transactions()
        .call(tx -> rig.progress().view(tx, new LoadId("L-" + id)))
        .orElseThrow();
  }

  private static List<String> steps(List<EventEnvelope> events) {
    return events.stream()
        .map(event -> event.id().split("/", -1))
        .map(parts -> parts[3] + "/" + parts[4])
        .toList();
  }
}
