package com.northwind.dispatch.tabletpush.uplink;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.validation.Violation;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.util.Optional;

/// Says why an action can never be taken, and how one that can is written. Without I/O.
///
/// What the gateway could not write as an event, or would write under another driver's name, is
/// refused here, because a refused action is answered once and a failing write is tried for ever.
public final class ActionCheck {
  /// Longest id, message or comment a driver's tablet may send, characters.
  static final int MAX_ID_CHARS = 100;

  static final int MAX_TEXT_CHARS = 1_000;

  private static final ContractValidator CONTRACT = ContractValidator.ofCatalogue();

  private ActionCheck() {}

  /// Whether the id can be answered at all; an action without one breaks the protocol.
  public static boolean isAnswerable(DriverAction action) {
    return !action.getActionId().isBlank() && action.getActionId().length() <= MAX_ID_CHARS;
  }

  /// Why the action is refused for good, in one sentence; empty when it is taken.
  public static Optional<String> refusal(DriverAction action, TabletIdentity identity) {
    String driverId = action.getDriverId();
    if (!driverId.isEmpty() && !driverId.equals(identity.driverId())) {
      return Optional.of(
          "the action is for driver " + shown(driverId) + ", signed in is " + identity.driverId());
    }
    String tabletId = action.getTabletId();
    if (!tabletId.isEmpty() && !tabletId.equals(identity.tabletId())) {
      return Optional.of(
          "the action is from tablet " + shown(tabletId) + ", this is " + identity.tabletId());
    }
    if (!action.hasOccurredTime()) {
      return Optional.of("occurred_time is missing");
    }
    if (!Timestamps.isValid(action.getOccurredTime())) {
      return Optional.of("occurred_time is not a time");
    }
    if (action.getLoadId().length() > MAX_ID_CHARS || action.getStopId().length() > MAX_ID_CHARS) {
      return Optional.of("load_id and stop_id have at most " + MAX_ID_CHARS + " characters");
    }
    return refusalOfKind(action).or(() -> refusalByContract(action, identity));
  }

  /// The action as it is written: with who acted and when it came, and without a position that is
  /// no place. What the driver did counts also when the receiver for satellites was confused.
  public static DriverAction accepted(
      DriverAction action, TabletIdentity identity, Timestamp received) {
    DriverAction.Builder accepted =
        action.toBuilder()
            .setDriverId(identity.driverId())
            .setTabletId(identity.tabletId())
            .setReceivedTime(received);
    if (action.hasPosition() && !isPlace(action.getPosition())) {
      accepted.clearPosition();
    }
    return accepted.build();
  }

  /// Whatever else the contract says of the event that this would become.
  private static Optional<String> refusalByContract(DriverAction action, TabletIdentity identity) {
    return CONTRACT.violations(accepted(action, identity, action.getOccurredTime())).stream()
        .map(Violation::toString)
        .findFirst();
  }

  private static boolean isPlace(GeoPoint point) {
    return Math.abs(point.getLatitudeDeg()) <= 90 && Math.abs(point.getLongitudeDeg()) <= 180;
  }

  private static Optional<String> refusalOfKind(DriverAction action) {
    return switch (action.getActionCase()) {
      case ACCEPT, DEPART, ARRIVE -> Optional.empty();
      case DECLINE -> tooLong("decline.text", action.getDecline().getText());
      case LOADED ->
          tooLong("loaded.bill_of_lading_number", action.getLoaded().getBillOfLadingNumber());
      case UNLOADED -> tooLong("unloaded.exceptions", action.getUnloaded().getExceptions());
      case PROOF_OF_DELIVERY ->
          tooLong("proof_of_delivery.exceptions", action.getProofOfDelivery().getExceptions());
      case DELAY -> refusalOfDelay(action);
      case MESSAGE -> tooLong("message.text", action.getMessage().getText());
      case ACTION_NOT_SET ->
          Optional.of("the action says nothing this gateway knows; the app may be too new for it");
    };
  }

  private static Optional<String> refusalOfDelay(DriverAction action) {
    Timestamp eta = action.getDelay().getNewEtaTime();
    if (!Timestamps.isValid(eta)) {
      return Optional.of("delay.new_eta_time is not a time");
    }
    return tooLong("delay.text", action.getDelay().getText());
  }

  private static Optional<String> tooLong(String field, String text) {
    return text.length() > MAX_TEXT_CHARS
        ? Optional.of(field + " has " + text.length() + " characters, at most " + MAX_TEXT_CHARS)
        : Optional.empty();
  }

  private static String shown(String id) {
    return id.length() <= MAX_ID_CHARS ? id : id.substring(0, MAX_ID_CHARS) + "…";
  }
}
