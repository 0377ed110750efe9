package com.northwind.dispatch.execution.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.northwind.dispatch.execution.stop.Run.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDeciderTest {
  private static final LoadId LOAD = new LoadId("L-1");

  private Run run = Run.unknown(LOAD);

  @Test
  void drivesARoute() {
    apply(drive(1));

    assertEquals(1, assertInstanceOf(Standing.Driving.class, run.standing()).trip().assignmentNo());
  }

  @Test
  void ignoresARouteWhoseEndCameFirst() {
    apply(end(1, Run.How.WITHDRAWN));

    assertEquals(
        new RunDecider.Outcome.Ignored(RunDecider.Reason.STALE), RunDecider.decide(drive(1), run));
  }

  @Test
  void keepsTheNewerTripWhenALateRevokeNamesTheOlder() {
    apply(drive(2));

    assertEquals(
        new RunDecider.Outcome.Ignored(RunDecider.Reason.STALE),
        RunDecider.decide(end(1, Run.How.REVOKED), run));
  }

  @Test
  void remembersWhatEndedATripFirst() {
    apply(drive(1));
    apply(end(1, Run.How.REVOKED));
    apply(end(1, Run.How.WITHDRAWN));

    assertEquals(Run.How.REVOKED, assertInstanceOf(Standing.Ended.class, run.standing()).how());
  }

  @Test
  void endsTheSameForEveryOrderOfArrival() {
    // Given
    List<RunCommand> story =
        List.of(drive(1), end(1, Run.How.REVOKED), drive(2), end(2, Run.How.REVOKED), drive(3));
    List<List<RunCommand>> orders = new ArrayList<>();
    permute(new ArrayList<>(story), 0, orders);

    for (List<RunCommand> order : orders) {
      // When: in this order, and then all of it once more
      run = Run.unknown(LOAD);
      order.forEach(this::apply);
      Run once = run;
      order.forEach(this::apply);

      // Then
      assertEquals(
          3, assertInstanceOf(Standing.Driving.class, run.standing()).trip().assignmentNo());
      assertEquals(once, run, () -> "replayed after " + order);
    }
  }

  @Test
  void neverDrivesALoadThatIsCalledOff() {
    List<RunCommand> story = List.of(drive(1), end(1, Run.How.REVOKED), drive(2), callOff());
    List<List<RunCommand>> orders = new ArrayList<>();
    permute(new ArrayList<>(story), 0, orders);

    for (List<RunCommand> order : orders) {
      run = Run.unknown(LOAD);
      order.forEach(this::apply);
      assertFalse(run.standing() instanceof Standing.Driving, () -> order + " left " + run);
    }
  }

  private static void permute(List<RunCommand> commands, int from, List<List<RunCommand>> orders) {
    if (from == commands.size()) {
      orders.add(List.copyOf(commands));
    }
    for (int i = from; i < commands.size(); i++) {
      Collections.swap(commands, from, i);
      permute(commands, from + 1, orders);
      Collections.swap(commands, from, i);
    }
  }

  private void apply(RunCommand command) {
    if (RunDecider.decide(command, run) instanceof RunDecider.Outcome.Changed(Run next)) {
      run = next;
    }
  }

  private static RunCommand drive(int assignmentNo) {
    Trip trip = new Trip(assignmentNo, assignmentNo, "D-1", "T-1", Instant.EPOCH);
    return new RunCommand.Drive(LOAD, trip, List.of());
  }

  private static RunCommand end(int assignmentNo, Run.How how) {
    return new RunCommand.End(LOAD, assignmentNo, how);
  }

  private static RunCommand callOff() {
    return new RunCommand.CallOff(LOAD);
  }
}
