package com.northwind.dispatch.loadplanning;

import com.northwind.dispatch.loadplanning.action.ActionEffect;
import com.northwind.dispatch.loadplanning.board.LoadApi;
import com.northwind.dispatch.loadplanning.board.LoadViews;
import com.northwind.dispatch.loadplanning.fleet.FleetApi;
import com.northwind.dispatch.loadplanning.fleet.FleetStore;
import com.northwind.dispatch.loadplanning.ledger.LoadBook;
import com.northwind.dispatch.loadplanning.load.LoadEventMapping;
import com.northwind.dispatch.loadplanning.load.LoadStore;
import com.northwind.dispatch.loadplanning.progress.ProgressEffect;
import com.northwind.dispatch.loadplanning.route.RouteEffect;
import com.northwind.dispatch.loadplanning.sheet.ReceiptEffect;
import com.northwind.dispatch.loadplanning.sheet.ReceiptStore;
import com.northwind.dispatch.loadplanning.sheet.RouteSheets;
import com.northwind.dispatch.loadplanning.sheet.SheetApi;
import com.northwind.dispatch.loadplanning.sheet.SheetStore;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.command.Commands;
import com.northwind.dispatch.servicekit.database.Transactions;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import com.northwind.dispatch.servicekit.service.OpenApi;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What load planning does, apart from ports, threads and Kafka: the routes it serves and the
/// effects that events have.
final class Planning {
  private final Transactions transactions;
  private final MeterRegistry meters;
  private final Duration sheetPatience;
  private final Clock clock;
  private final Audit audit = new Audit();
  private final FleetStore fleet = new FleetStore();
  private final LoadStore loads = new LoadStore();
  private final SheetStore sheetStore = new SheetStore();
  private final ReceiptStore receipts = new ReceiptStore();
  private final RouteSheets sheets;
  private final LoadBook book;

  /// @param eventSource the `source` of the events it causes
  /// @param sheetPatience how long a version of a sheet may be on its way to the tablet
  Planning(
      Transactions transactions,
      Outbox outbox,
      String eventSource,
      Duration sheetPatience,
      MeterRegistry meters,
      Clock clock) {
    this.transactions = transactions;
    this.sheetPatience = sheetPatience;
    this.meters = meters;
    this.clock = clock;
    this.sheets = new RouteSheets(sheetStore, outbox, eventSource);
    this.book =
        new LoadBook(loads, sheets, new LoadEventMapping(eventSource), outbox, audit, clock);
  }

  List<Route> routes(Commands commands) throws IOException {
    LoadViews views = new LoadViews(transactions, loads, receipts, audit, sheetPatience, clock);
    List<Route> routes = new ArrayList<>();
    routes.addAll(new FleetApi(transactions, fleet).routes());
    routes.addAll(new LoadApi(commands, book, fleet, views, new LoadIds(clock)).routes());
    routes.addAll(new SheetApi(transactions, fleet, sheetStore, receipts).routes());
    routes.add(OpenApi.route(Planning.class));
    return routes;
  }

  EventApplier.Effect routing() {
    return new RouteEffect(book, sheets, meters);
  }

  EventApplier.Effect actions(ApplyOnce applyOnce) {
    return new ActionEffect(book, sheetStore, applyOnce, audit, meters);
  }

  EventApplier.Effect progress() {
    return new ProgressEffect(book, meters);
  }

  EventApplier.Effect receipts() {
    return new ReceiptEffect(receipts);
  }

  ReceiptStore receiptStore() {
    return receipts;
  }
}
