package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.execution.position.FixReader;
import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Driver actions of the contract `northwind.tablet.v1`, as reports.
final class ActionMapping {
  private ActionMapping() {}

  /// The report an action makes, or nothing when it is not about a step at a stop.
  static Optional<DriverReport> toReport(EventEnvelope event, DriverAction action) {
    if (action.getLoadId().isEmpty() || action.getStopId().isEmpty()) {
      return Optional.empty();
    }
    return step(action)
        .map(
            step ->
                new DriverReport(
                    action.getActionId().isEmpty() ? event.id() : action.getActionId(),
                    new LoadId(action.getLoadId()),
                    action.getDriverId(),
                    action.getStopId(),
                    evidence(step, event, action)));
  }

  private static Optional<Step> step(DriverAction action) {
    return switch (action.getActionCase()) {
      case ARRIVE -> Optional.of(Step.ARRIVED);
      case LOADED, UNLOADED -> Optional.of(Step.COMPLETED);
      case DEPART -> Optional.of(Step.DEPARTED);
      case ACCEPT, DECLINE, PROOF_OF_DELIVERY, DELAY, MESSAGE, ACTION_NOT_SET -> Optional.empty();
    };
  }

  /// A time from a tablet whose clock cannot be believed is replaced by the gateway's, and kept
  /// beside it.
  private static Evidence evidence(Step step, EventEnvelope event, DriverAction action) {
    Instant received =
        action.hasReceivedTime() ? RunEventMapping.instant(action.getReceivedTime()) : event.time();
    Instant claimed =
        action.hasOccurredTime() ? RunEventMapping.instant(action.getOccurredTime()) : received;
    boolean believable =
        !claimed.isAfter(received.plus(FixReader.MAX_AHEAD))
            && !claimed.isBefore(FixReader.EARLIEST);
    return new Evidence(
        step,
        Source.DRIVER,
        believable ? claimed : received,
        believable ? null : claimed,
        place(action),
        event.id(),
        event.traceparent());
  }

  private static @Nullable Place place(DriverAction action) {
    double latitudeDeg = action.getPosition().getLatitudeDeg();
    double longitudeDeg = action.getPosition().getLongitudeDeg();
    return action.hasPosition() && Place.isPlausible(latitudeDeg, longitudeDeg)
        ? new Place(latitudeDeg, longitudeDeg)
        : null;
  }
}
