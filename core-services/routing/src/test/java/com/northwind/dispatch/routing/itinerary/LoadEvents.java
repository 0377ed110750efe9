package com.northwind.dispatch.routing.itinerary;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.planning.v2.CancelReason;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import java.util.List;

/// Events of load planning about one load, for tests.
public final class LoadEvents {
  private final String loadId;

  public LoadEvents(String loadId) {
    this.loadId = loadId;
  }

  /// Dallas to Austin, feasible.
  public EventEnvelope assigned(int assignmentNo) {
    return assigned(assignmentNo, Loads.dallasToAustin());
  }

  /// Dallas to Austin, but Austin closes too early.
  public EventEnvelope assignedTooLate(int assignmentNo) {
    return assigned(assignmentNo, Loads.tooLateAtDelivery());
  }

  EventEnvelope assigned(int assignmentNo, List<FreightStop> stops) {
    return envelope(
        "assigned/" + assignmentNo,
        LoadAssigned.newBuilder()
            .setLoadId(loadId)
            .setAssignmentNo(assignmentNo)
            .setDriverId("D-0001")
            .setTractorId("T-0001")
            .addAllStops(stops.stream().map(StopMapping::toContract).toList())
            .setAssignedTime(StopMapping.timestamp(Loads.NOW))
            .setActor("anna")
            .build());
  }

  public EventEnvelope unassigned(int assignmentNo) {
    return envelope(
        "unassigned/" + assignmentNo,
        LoadUnassigned.newBuilder()
            .setLoadId(loadId)
            .setAssignmentNo(assignmentNo)
            .setDetail("Taken back by a dispatcher.")
            .setActor("anna")
            .build());
  }

  public EventEnvelope cancelled() {
    return envelope(
        "cancelled",
        LoadCancelled.newBuilder()
            .setLoadId(loadId)
            .setReason(CancelReason.CANCEL_REASON_CUSTOMER)
            .setDetail("Customer cancelled.")
            .setActor("anna")
            .build());
  }

  public EventEnvelope completed(int assignmentNo) {
    return envelope(
        "completed/" + assignmentNo,
        LoadCompleted.newBuilder().setLoadId(loadId).setAssignmentNo(assignmentNo).build());
  }

  EventEnvelope envelope(String id, Message data) {
    return new EventEnvelope(loadId + "/" + id, "/test", loadId, Loads.NOW, loadId, null, data);
  }

  static ConsumedEvent consumed(EventEnvelope event) {
    return new ConsumedEvent(Topics.PLANNING_LOADS.name(), 0, 0, event);
  }
}
