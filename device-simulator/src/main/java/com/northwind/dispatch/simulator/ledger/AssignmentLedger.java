package com.northwind.dispatch.simulator.ledger;

import com.northwind.dispatch.simulator.measure.Latency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Holds what dispatchers assigned against what tablets got: the one place where loss is seen. Safe
/// to use from any thread.
///
/// A dispatcher's answer and the tablet's sheet travel different ways, so either may come first.
public final class AssignmentLedger {
  private final Map<AssignmentKey, Assignment> assignments = new LinkedHashMap<>();

  /// The newest confirmed assignment of each load.
  private final Map<String, Assignment> newest = new HashMap<>();

  /// Loads on the way to a driver or with them, by driver.
  private final Map<String, Integer> openByDriver = new HashMap<>();

  /// Assignments whose story is over, as counts only: a long run must not grow without bound.
  private Totals past = new Totals(0, 0, 0, 0, 0, 0);

  private final Latency assignToTablet = new Latency();

  /// A dispatcher is asking for an assignment; it counts as the driver's until refused.
  public synchronized void asked(String driverId) {
    openByDriver.merge(driverId, 1, Integer::sum);
  }

  /// The planning refused; the driver has one load less.
  public synchronized void refused(String driverId) {
    openByDriver.merge(driverId, -1, Integer::sum);
  }

  /// The planning confirmed an assignment that was asked for at `sentUs`.
  public synchronized void confirmed(AssignmentKey key, String driverId, long sentUs) {
    Assignment assignment = find(key, driverId);
    if (assignment.isConfirmed) {
      return;
    }
    assignment.isConfirmed = true;
    assignment.sentUs = sentUs;
    newest.put(key.loadId(), assignment);
    if (assignment.receivedUs > 0) {
      assignToTablet.recordUs(assignment.receivedUs - sentUs);
      if (!assignment.isOnTablet) {
        openByDriver.merge(driverId, -1, Integer::sum);
      }
    }
  }

  /// A dispatcher asks to take the load away.
  public synchronized void withdrawalAsked(String loadId) {
    Assignment assignment = newest.get(loadId);
    if (assignment != null && assignment.withdrawal == Assignment.Withdrawal.NONE) {
      assignment.withdrawal = Assignment.Withdrawal.ASKED;
    }
  }

  /// The planning said whether the load is taken away.
  public synchronized void withdrawalAnswered(String loadId, boolean isDone) {
    Assignment assignment = newest.get(loadId);
    if (assignment == null || assignment.withdrawal != Assignment.Withdrawal.ASKED) {
      return;
    }
    assignment.withdrawal = Assignment.Withdrawal.NONE;
    if (isDone) {
      close(assignment, Assignment.Withdrawal.BY_DISPATCHER);
    }
  }

  /// The planning itself reopened or cancelled the load of this assignment.
  public synchronized void withdrawnByPlanning(AssignmentKey key) {
    Assignment assignment = assignments.get(key);
    if (assignment != null && !assignment.isWithdrawn()) {
      close(assignment, Assignment.Withdrawal.BY_PLANNING);
    }
  }

  private void close(Assignment assignment, Assignment.Withdrawal why) {
    if (!assignment.isClosed()) {
      openByDriver.merge(assignment.driverId, -1, Integer::sum);
    }
    assignment.withdrawal = why;
    forgetIfOver(assignment);
  }

  private void forgetIfOver(Assignment assignment) {
    if (assignment.isOver()) {
      assignments.remove(assignment.key);
      newest.remove(assignment.key.loadId(), assignment);
      past = past.plus(assignment);
    }
  }

  /// A tablet stored a sheet: `now` are its assignments, `before` those of the sheet it replaces.
  public synchronized void stored(
      String driverId, Set<AssignmentKey> before, Set<AssignmentKey> now, long atUs) {
    for (AssignmentKey key : now) {
      Assignment assignment = find(key, driverId);
      assignment.isOnTablet = true;
      if (assignment.receivedUs == 0) {
        assignment.receivedUs = atUs;
        if (assignment.isConfirmed) {
          assignToTablet.recordUs(atUs - assignment.sentUs);
        }
      }
    }
    for (AssignmentKey key : before) {
      Assignment assignment = assignments.get(key);
      if (assignment != null && !now.contains(key)) {
        boolean wasClosed = assignment.isClosed();
        assignment.isOnTablet = false;
        if (!wasClosed && assignment.isConfirmed) {
          openByDriver.merge(driverId, -1, Integer::sum);
        }
        forgetIfOver(assignment);
      }
    }
  }

  /// The driver's acceptance is durable.
  public synchronized void accepted(AssignmentKey key, String driverId, long atUs) {
    Assignment assignment = find(key, driverId);
    if (assignment.acceptedUs == 0) {
      assignment.acceptedUs = atUs;
    }
  }

  /// The driver has done everything at every stop.
  public synchronized void driven(AssignmentKey key, String driverId) {
    find(key, driverId).isDriven = true;
  }

  private Assignment find(AssignmentKey key, String driverId) {
    return assignments.computeIfAbsent(key, missing -> new Assignment(missing, driverId));
  }

  /// Loads this driver has or is about to get.
  public synchronized int openLoads(String driverId) {
    return openByDriver.getOrDefault(driverId, 0);
  }

  /// From the first sending of the request to the storing of the sheet.
  public Latency assignToTablet() {
    return assignToTablet;
  }

  /// Assignments the tablet should have by now and has not.
  public synchronized List<AssignmentKey> undelivered() {
    return keys(Assignment::isUndelivered);
  }

  /// Assignments the tablet has without a durable acceptance.
  public synchronized List<AssignmentKey> unaccepted() {
    return keys(Assignment::isUnaccepted);
  }

  /// Assignments that were taken away and are still on the tablet.
  public synchronized List<AssignmentKey> stale() {
    return keys(Assignment::isStale);
  }

  /// Assignments driven to the end that are still on the tablet.
  public synchronized List<AssignmentKey> uncompleted() {
    return keys(Assignment::isUncompleted);
  }

  private List<AssignmentKey> keys(Predicate<Assignment> which) {
    List<AssignmentKey> keys = new ArrayList<>();
    for (Assignment assignment : assignments.values()) {
      if (which.test(assignment)) {
        keys.add(assignment.key);
      }
    }
    return keys;
  }

  /// The counts so far.
  public synchronized Totals totals() {
    Totals totals = past;
    for (Assignment assignment : assignments.values()) {
      if (assignment.isConfirmed) {
        totals = totals.plus(assignment);
      }
    }
    return totals;
  }

  /// Counts of assignments.
  ///
  /// @param assigned confirmed by the planning
  /// @param received of those, stored on the tablet at some time
  /// @param accepted of those, accepted durably
  /// @param completed of those, driven to the end and gone from the tablet
  /// @param withdrawn of those, taken away by a dispatcher or by the planning
  /// @param undelivered of those, neither received nor withdrawn: lost, once the run has settled
  public record Totals(
      long assigned,
      long received,
      long accepted,
      long completed,
      long withdrawn,
      long undelivered) {

    private Totals plus(Assignment assignment) {
      return new Totals(
          assigned + 1,
          received + (assignment.receivedUs > 0 ? 1 : 0),
          accepted + (assignment.acceptedUs > 0 ? 1 : 0),
          completed + (assignment.isDriven && !assignment.isOnTablet ? 1 : 0),
          withdrawn + (assignment.isWithdrawn() ? 1 : 0),
          undelivered + (assignment.isUndelivered() ? 1 : 0));
    }
  }
}
