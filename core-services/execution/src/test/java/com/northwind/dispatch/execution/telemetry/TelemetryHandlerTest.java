package com.northwind.dispatch.execution.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.execution.position.Place;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.deadletter.FailureClass;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class TelemetryHandlerTest {
  private static final Instant MORNING = Records.MORNING;
  private static final Place DALLAS = new Place(32.7767, -96.7970);
  private static final Place WACO = new Place(31.5493, -97.1467);

  private final String vehicleId = "T-" + UUID.randomUUID();
  private final Records records = new Records(vehicleId);
  private final ExecutionRig rig;

  TelemetryHandlerTest(TestDatabase database) throws SQLException {
    rig = new ExecutionRig(database);
  }

  @AfterEach
  void close() throws SQLException {
    rig.close();
  }

  @Test
  void keepsTheLatestFixByItsOwnTime() throws Exception {
    rig.apply(records.at(MORNING.plusSeconds(10), WACO, 90));
    rig.apply(records.at(MORNING, DALLAS, 0));

    assertEquals(WACO, lastPlace());
    assertEquals(1.0, fixes("LATE"));
  }

  @Test
  void keepsTheLatestOfOnePollHoweverItIsShuffled() throws Exception {
    List<EventEnvelope> poll = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      poll.add(records.at(MORNING.plusSeconds(i), new Place(30 + i / 100.0, -97), 50));
    }
    Collections.shuffle(poll, new Random(3));

    rig.applyTogether(poll);

    assertEquals(new Place(30.49, -97), lastPlace());
  }

  @Test
  void neverBelievesAFixFromTheFutureNorOneFromAClockThatWasNeverSet() throws Exception {
    // Given: five years ahead, and the epoch of many receivers
    rig.apply(
        records.received(MORNING.plus(Duration.ofDays(5 * 365)), WACO, 0, MORNING),
        records.received(Instant.parse("1980-01-06T00:00:00Z"), WACO, 0, MORNING.plusSeconds(1)));

    // When
    rig.apply(records.at(MORNING.plusSeconds(2), DALLAS, 0));

    // Then: the valid fix counts, and the device is on the list
    assertEquals(DALLAS, lastPlace());
    assertEquals(1.0, fixes("FROM_THE_FUTURE"));
    assertEquals(1.0, fixes("ANCIENT"));
    assertEquals(List.of("ANCIENT"), clockFaults());
  }

  @Test
  void believesAClockThatIsAFewMinutesAhead() throws Exception {
    rig.apply(records.received(MORNING.plus(Duration.ofMinutes(9)), DALLAS, 0, MORNING));

    assertEquals(DALLAS, lastPlace());
  }

  @Test
  void ignoresWhatIsNoPositionAndCountsIt() throws Exception {
    rig.apply(
        records.at(MORNING, DALLAS, 0),
        records.invalid(MORNING.plusSeconds(1), WACO),
        records.at(MORNING.plusSeconds(2), new Place(0, 0), 0),
        records.withoutPosition(MORNING.plusSeconds(3)));

    assertEquals(DALLAS, lastPlace());
    assertEquals(1.0, fixes("INVALID_FIX"));
    assertEquals(1.0, fixes("NO_SUCH_PLACE"));
    assertEquals(1.0, fixes("NO_POSITION"));
  }

  @Test
  void refusesABatchWithARecordThatTheDatabaseCannotTakeAndTakesTheRestAlone() throws Exception {
    // Given: a text that PostgreSQL cannot hold
    EventEnvelope bad = new Records("T-\u0000").at(MORNING, WACO, 0);

    // When
    EventEnvelope good = records.at(MORNING, DALLAS, 0);
    SQLException refused =
        assertThrows(SQLException.class, () -> rig.applyTogether(List.of(bad, good)));
    rig.apply(good);

    // Then: the consumer parks the bad one, and no later record of its vehicle waits for it
    assertEquals(FailureClass.BUG, rig.telemetry().classOf(refused));
    assertFalse(rig.telemetry().keysWait());
    assertEquals(DALLAS, lastPlace());
  }

  private List<String> clockFaults() throws SQLException {
    return rig.database()
        .transactions()
        .call(
            tx ->
                tx.sql("select reason from clock_fault where vehicle_id = ?")
                    .with(vehicleId)
                    .list(row -> row.getString("reason")));
  }

  private double fixes(String outcome) {
    return rig.counted("northwind.telemetry.fixes", "outcome", outcome);
  }

  private Place lastPlace() throws SQLException {
    return rig.database()
        .transactions()
        .call(
            tx ->
                tx.sql(
                        """
                        select latitude_deg, longitude_deg
                        from vehicle_position
                        where vehicle_id = ?
                        """)
                    .with(vehicleId)
                    .one(
                        row ->
                            new Place(
                                row.getDouble("latitude_deg"), row.getDouble("longitude_deg"))));
  }
}
