package com.northwind.dispatch.loadplanning;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.loadplanning.action.ActionEffect;
import com.northwind.dispatch.loadplanning.board.LoadApi;
import com.northwind.dispatch.loadplanning.board.LoadViews;
import com.northwind.dispatch.loadplanning.fleet.FleetApi;
import com.northwind.dispatch.loadplanning.fleet.FleetStore;
import com.northwind.dispatch.loadplanning.ledger.LoadBook;
import com.northwind.dispatch.loadplanning.load.LoadEventMapping;
import com.northwind.dispatch.loadplanning.load.LoadStore;
import com.northwind.dispatch.loadplanning.openapi.OpenApi;
import com.northwind.dispatch.loadplanning.progress.ProgressEffect;
import com.northwind.dispatch.loadplanning.route.RouteEffect;
import com.northwind.dispatch.loadplanning.sheet.ReceiptEffect;
import com.northwind.dispatch.loadplanning.sheet.ReceiptStore;
import com.northwind.dispatch.loadplanning.sheet.RouteSheets;
import com.northwind.dispatch.loadplanning.sheet.SheetApi;
import com.northwind.dispatch.loadplanning.sheet.SheetStore;
import com.northwind.dispatch.loadplanning.sheet.StalledSheets;
import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import com.northwind.dispatch.servicekit.service.CoreService;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The load-planning service, put together.
public final class LoadPlanning {
  /// The service's name.
  public static final String NAME = "load-planning";

  /// Where the service's migrations are.
  public static final String MIGRATIONS = "classpath:northwind/migrations/load-planning";

  private final HttpApi rest;
  private final CoreService service;

  private LoadPlanning(HttpApi rest, CoreService service) {
    this.rest = rest;
    this.service = service;
  }

  /// Starts the service; waits for its database for as long as it takes.
  public static LoadPlanning start(
      LoadPlanningSettings settings, ProcessLifecycle lifecycle, Clock clock)
      throws IOException, InterruptedException {
    CoreService service = CoreService.start(settings.service(), MIGRATIONS, lifecycle, clock);
    Outbox outbox = service.startOutbox();
    LoadStore loads = new LoadStore();
    SheetStore sheetStore = new SheetStore();
    ReceiptStore receipts = new ReceiptStore();
    RouteSheets sheets = new RouteSheets(sheetStore, outbox, service.eventSource());
    LoadBook book =
        new LoadBook(
            loads,
            sheets,
            new LoadEventMapping(service.eventSource()),
            outbox,
            service.audit(),
            clock);
    lifecycle.own(
        "stalled-sheets",
        StalledSheets.start(
            service.transactions(), receipts, settings.sheetPatience(), service.meters(), clock));
    consume(service, book, sheets, sheetStore, receipts);
    HttpApi rest = service.serve(routes(service, book, loads, sheetStore, receipts, clock));
    return new LoadPlanning(rest, service);
  }

  /// The REST port in use.
  public int restPort() {
    return rest.port();
  }

  /// The admin port in use.
  public int adminPort() {
    return service.adminPort();
  }

  private static void consume(
      CoreService service,
      LoadBook book,
      RouteSheets sheets,
      SheetStore sheetStore,
      ReceiptStore receipts) {
    service.consume(
        "routes", List.of(Topics.ROUTING_ROUTES), new RouteEffect(book, sheets, service.meters()));
    service.consume(
        "actions",
        List.of(Topics.TABLET_ACTIONS),
        new ActionEffect(book, sheetStore, service.applyOnce(), service.audit(), service.meters()));
    service.consume(
        "stops", List.of(Topics.EXECUTION_STOPS), new ProgressEffect(book, service.meters()));
    service.consume("receipts", List.of(Topics.TABLET_RECEIPTS), new ReceiptEffect(receipts));
  }

  private static List<Route> routes(
      CoreService service,
      LoadBook book,
      LoadStore loads,
      SheetStore sheetStore,
      ReceiptStore receipts,
      Clock clock)
      throws IOException {
    FleetStore fleet = new FleetStore();
    LoadViews views = new LoadViews(service.transactions(), loads, receipts, service.audit());
    List<Route> routes = new ArrayList<>();
    routes.addAll(new FleetApi(service.transactions(), fleet).routes());
    routes.addAll(new LoadApi(service.commands(), book, fleet, views, new LoadIds(clock)).routes());
    routes.addAll(new SheetApi(service.transactions(), fleet, sheetStore, receipts).routes());
    routes.addAll(OpenApi.load().routes());
    return routes;
  }
}
