package com.northwind.dispatch.loadplanning;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.execution.v1.StopArrived;
import com.northwind.dispatch.contracts.execution.v1.StopDeparted;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.routing.v1.RevokeReason;
import com.northwind.dispatch.contracts.routing.v1.Route;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.routing.v1.RouteStop;
import com.northwind.dispatch.contracts.tablet.v1.Accept;
import com.northwind.dispatch.contracts.tablet.v1.Decline;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;

/// Events of the other services and the gateway, about loads with the stops S1 and S2.
final class TestEvents {
  private static final Timestamp NOON = Timestamp.newBuilder().setSeconds(1_795_348_800L).build();

  private TestEvents() {}

  static RouteAssigned route(String load, String driver, int sequenceNo, int assignmentNo) {
    return RouteAssigned.newBuilder()
        .setLoadId(load)
        .setSequenceNo(sequenceNo)
        .setAssignmentNo(assignmentNo)
        .setDriverId(driver)
        .setTractorId("T-1")
        .setDecidedTime(NOON)
        .setRoute(Route.newBuilder().addStops(stop("S1")).addStops(stop("S2")))
        .build();
  }

  static RouteRevoked revoke(String load, int sequenceNo, int revoked, int assignmentNo) {
    return RouteRevoked.newBuilder()
        .setLoadId(load)
        .setSequenceNo(sequenceNo)
        .setRevokedSequenceNo(revoked)
        .setAssignmentNo(assignmentNo)
        .setReason(RevokeReason.REVOKE_REASON_BREAKDOWN)
        .setDetail("Tractor T-1 lost coolant near Little Rock")
        .setDecidedTime(NOON)
        .setActor("shop")
        .build();
  }

  static RouteInfeasible infeasible(String load, int sequenceNo, int assignmentNo) {
    return RouteInfeasible.newBuilder()
        .setLoadId(load)
        .setSequenceNo(sequenceNo)
        .setAssignmentNo(assignmentNo)
        .setStopId("S2")
        .setDetail("Memphis dock 4 closes before any truck can be there")
        .setDecidedTime(NOON)
        .build();
  }

  /// The same answer to the same version of the sheet has the same id, as on a tablet that sends it
  /// again.
  static DriverAction accept(String driver, String load, int revision) {
    return action(driver, load, "accept-" + revision)
        .setAccept(Accept.newBuilder().setRevision(revision))
        .build();
  }

  static DriverAction decline(String driver, String load, int revision) {
    return action(driver, load, "decline-" + revision)
        .setDecline(
            Decline.newBuilder().setRevision(revision).setReasonCode("HOURS").setText("no hours"))
        .build();
  }

  static Receipt receipt(String driver, int revision, ReceiptStage stage) {
    return Receipt.newBuilder()
        .setDriverId(driver)
        .setTabletId("TAB-1")
        .setRevision(revision)
        .setStage(stage)
        .setOccurredTime(NOON)
        .setEpoch(1)
        .build();
  }

  static StopArrived arrived(String load, int assignmentNo, String stop) {
    return StopArrived.newBuilder()
        .setLoadId(load)
        .setAssignmentNo(assignmentNo)
        .setStopId(stop)
        .setDriverId("D-1")
        .setArrivedTime(NOON)
        .build();
  }

  static StopDeparted departed(String load, int assignmentNo, String stop) {
    return StopDeparted.newBuilder()
        .setLoadId(load)
        .setAssignmentNo(assignmentNo)
        .setStopId(stop)
        .setDriverId("D-1")
        .setDepartedTime(NOON)
        .build();
  }

  private static DriverAction.Builder action(String driver, String load, String what) {
    return DriverAction.newBuilder()
        .setActionId(driver + "/" + load + "/" + what)
        .setDriverId(driver)
        .setTabletId("TAB-1")
        .setLoadId(load)
        .setOccurredTime(NOON);
  }

  private static RouteStop stop(String id) {
    return RouteStop.newBuilder()
        .setStop(Stop.newBuilder().setStopId(id))
        .setPlannedArrivalTime(NOON)
        .setPlannedDepartureTime(NOON)
        .build();
  }
}
