package com.northwind.dispatch.loadplanning.sheet;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.loadplanning.load.Cause;
import com.northwind.dispatch.loadplanning.load.ContractTime;
import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Changes drivers' sheets, each change one revision, in the transaction of whatever made it due.
/// Who calls it holds the load's row.
public final class RouteSheets {
  private final SheetStore store;
  private final Outbox outbox;
  private final String source;

  /// @param source the envelope's `source`
  public RouteSheets(SheetStore store, Outbox outbox, String source) {
    this.store = store;
    this.outbox = outbox;
    this.source = source;
  }

  /// Puts a load on a driver's sheet, or changes it there.
  ///
  /// @param started whether work on it has begun; such loads are shown first
  /// @param startsAt planned arrival at its first stop; loads are shown in this order
  public void put(
      Transaction transaction,
      DriverId driver,
      RouteSheetLoad entry,
      boolean started,
      Instant startsAt,
      Cause cause,
      Instant now)
      throws SQLException {
    int revision = store.nextRevision(transaction, driver);
    store.put(transaction, driver, entry, revision, started, startsAt);
    issue(transaction, driver, revision, cause, now);
  }

  /// Notes that work on a load has begun: the next version shows it first.
  public void started(Transaction transaction, LoadId load) throws SQLException {
    store.markStarted(transaction, load);
  }

  /// Takes a load that is done off its driver's sheet.
  public void finish(
      Transaction transaction, DriverId driver, LoadId load, Cause cause, Instant now)
      throws SQLException {
    int revision = store.nextRevision(transaction, driver);
    store.remove(transaction, load);
    issue(transaction, driver, revision, cause, now);
  }

  /// Takes a load that is not done off its driver's sheet, and remembers whose tablet may still
  /// show it.
  public void withdraw(
      Transaction transaction, DriverId driver, LoadId load, Cause cause, Instant now)
      throws SQLException {
    int revision = store.nextRevision(transaction, driver);
    store.remove(transaction, load);
    store.withdrawn(transaction, load, driver, revision);
    issue(transaction, driver, revision, cause, now);
  }

  private void issue(
      Transaction transaction, DriverId driver, int revision, Cause cause, Instant now)
      throws SQLException {
    List<RouteSheetLoad> loads = store.entries(transaction, driver);
    store.issued(transaction, driver, revision, now, loads);
    RouteSheet sheet =
        RouteSheet.newBuilder()
            .setDriverId(driver.value())
            .setRevision(revision)
            .setIssuedTime(ContractTime.of(now))
            .addAllLoads(loads)
            .build();
    outbox.append(
        transaction,
        Topics.TABLET_INSTRUCTIONS,
        new EventEnvelope(
            driver + "/sheet/" + revision,
            source,
            driver.value(),
            now,
            driver.value(),
            cause.traceparent(),
            cause.id(),
            sheet));
  }
}
