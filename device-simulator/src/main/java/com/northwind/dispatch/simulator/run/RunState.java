package com.northwind.dispatch.simulator.run;

import com.northwind.dispatch.simulator.dispatcher.DispatchOffice;
import com.northwind.dispatch.simulator.eld.EldFleet;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.tablet.TabletFleet;

/// Everything a run consists of while it lasts, for those who report on it.
///
/// @param runId part of every id the run made
/// @param startedUs when the run began, microseconds since 1970; before a restart, if there was one
/// @param restarts how often the run was taken up again from its journal, 0 or 1 per process
public record RunState(
    String runId,
    long startedUs,
    int restarts,
    RunSettings settings,
    EldFleet elds,
    TabletFleet tablets,
    DispatchOffice office,
    AssignmentLedger ledger,
    SelfWatch self) {

  /// Nothing is on its way any more, and nothing is missing.
  boolean isSettled() {
    return elds.recordsQueued() == 0
        && tablets.unconfirmed() == 0
        && office.counts().pending.get() == 0
        && isDelivered();
  }

  private boolean isDelivered() {
    return tablets.size() == 0
        || (ledger.undelivered().isEmpty()
            && ledger.unaccepted().isEmpty()
            && ledger.stale().isEmpty()
            && ledger.uncompleted().isEmpty());
  }

  /// Every unit and every tablet is connected.
  boolean isConnected() {
    return elds.counts().connected.get() == elds.size()
        && tablets.counts().connected.get() == tablets.size();
  }
}
