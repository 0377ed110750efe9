package com.northwind.dispatch.loadplanning.action;

import com.northwind.dispatch.contracts.tablet.v1.Decline;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.loadplanning.ledger.LoadBook;
import com.northwind.dispatch.loadplanning.ledger.Outcome;
import com.northwind.dispatch.loadplanning.load.Cause;
import com.northwind.dispatch.loadplanning.load.ContractTime;
import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.loadplanning.load.Load;
import com.northwind.dispatch.loadplanning.load.LoadCommand;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.loadplanning.sheet.SheetStore;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.apply.NaturalKey;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.audit.AuditEntry;
import com.northwind.dispatch.servicekit.database.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Applies drivers' actions to loads.
public final class ActionEffect implements EventApplier.Effect {
  /// A driver's answer to an offer, once it is known whether the offer is the present one.
  private interface Answer {
    LoadCommand toCommand(boolean sawCurrent);
  }

  private final LoadBook book;
  private final SheetStore sheets;
  private final ApplyOnce applyOnce;
  private final Audit audit;
  private final MeterRegistry meters;

  public ActionEffect(
      LoadBook book, SheetStore sheets, ApplyOnce applyOnce, Audit audit, MeterRegistry meters) {
    this.book = book;
    this.sheets = sheets;
    this.applyOnce = applyOnce;
    this.audit = audit;
    this.meters = meters;
  }

  @Override
  public void apply(Transaction transaction, ConsumedEvent consumed) throws SQLException {
    if (!(consumed.event().data() instanceof DriverAction action)
        || action.getLoadId().isEmpty()
        || !applyOnce.first(transaction, NaturalKey.of("driver-action", action.getActionId()))) {
      return;
    }
    Cause cause = Cause.of(action.getActionId(), consumed.event().traceparent());
    LoadId load = new LoadId(action.getLoadId());
    switch (action.getActionCase()) {
      case ACCEPT -> accept(transaction, load, action, cause);
      case DECLINE -> decline(transaction, load, action, cause);
      case DEPART -> note(transaction, action, "driver left stop " + action.getStopId(), null);
      case ARRIVE -> note(transaction, action, "driver reached stop " + action.getStopId(), null);
      case LOADED -> note(transaction, action, "loaded at stop " + action.getStopId(), null);
      case UNLOADED ->
          note(
              transaction,
              action,
              "unloaded at stop " + action.getStopId(),
              action.getUnloaded().getExceptions());
      case PROOF_OF_DELIVERY ->
          note(
              transaction,
              action,
              "delivery signed for at stop " + action.getStopId(),
              action.getProofOfDelivery().getExceptions());
      case DELAY ->
          note(
              transaction,
              action,
              "driver expects a delay at stop " + action.getStopId(),
              reason(action.getDelay().getReasonCode(), action.getDelay().getText()));
      case MESSAGE, ACTION_NOT_SET -> {}
    }
  }

  private void accept(Transaction transaction, LoadId load, DriverAction action, Cause cause)
      throws SQLException {
    Answer answer =
        sawCurrent ->
            new LoadCommand.Accept(new DriverId(action.getDriverId()), sawCurrent, at(action));
    Outcome outcome = answer(transaction, load, action.getAccept().getRevision(), answer, cause);
    keepRefused(transaction, action, "accept", outcome);
  }

  private void decline(Transaction transaction, LoadId load, DriverAction action, Cause cause)
      throws SQLException {
    Decline decline = action.getDecline();
    Answer answer =
        sawCurrent ->
            new LoadCommand.Decline(
                new DriverId(action.getDriverId()),
                sawCurrent,
                reason(decline.getReasonCode(), decline.getText()),
                at(action));
    keepRefused(
        transaction,
        action,
        "decline",
        answer(transaction, load, decline.getRevision(), answer, cause));
  }

  /// A driver who answers a sheet from before the load's present assignment answers an older offer.
  /// Revision 0 says that the tablet did not tell.
  private Outcome answer(
      Transaction transaction, LoadId id, int revision, Answer answer, Cause cause)
      throws SQLException {
    Optional<Load> load = book.hold(transaction, id);
    if (load.isEmpty()) {
      return new Outcome.NoSuchLoad(id);
    }
    Optional<Integer> first = sheets.firstRevision(transaction, id);
    boolean sawCurrent = revision == 0 || first.isEmpty() || revision >= first.get();
    return book.change(transaction, load.get(), answer.toCommand(sawCurrent), cause);
  }

  private void keepRefused(
      Transaction transaction, DriverAction action, String what, Outcome outcome)
      throws SQLException {
    String why =
        switch (outcome) {
          case Outcome.Done _ -> "";
          case Outcome.Refused(var load, _) ->
              "the driver does not have the load as it stands: it is " + load.status();
          case Outcome.NoSuchLoad _ -> "there is no such load";
        };
    if (!why.isEmpty()) {
      meters.counter("northwind.planning.actions.refused", "action", what).increment();
      note(transaction, action, "driver's " + what + " not taken", why);
    }
  }

  private void note(Transaction transaction, DriverAction action, String what, @Nullable String why)
      throws SQLException {
    audit.append(
        transaction,
        new AuditEntry(
            action.getLoadId(),
            at(action),
            action.getDriverId(),
            what,
            why == null || why.isEmpty() ? null : why,
            action.getActionId()));
  }

  private static Instant at(DriverAction action) {
    return ContractTime.instant(action.getOccurredTime());
  }

  private static String reason(String code, String text) {
    if (code.isEmpty()) {
      return text.isEmpty() ? "no reason given" : text;
    }
    return text.isEmpty() ? code : code + ", " + text;
  }
}
