package com.northwind.dispatch.loadplanning;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.loadplanning.sheet.StalledSheets;
import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import com.northwind.dispatch.servicekit.service.CoreService;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/// The load-planning service, running.
public final class LoadPlanning {
  /// The service's name.
  public static final String NAME = "load-planning";

  /// Where the service's migrations are.
  public static final String MIGRATIONS = "classpath:northwind/migrations/load-planning";

  private final HttpApi rest;

  private LoadPlanning(HttpApi rest) {
    this.rest = rest;
  }

  /// Starts the service; waits for its database for as long as it takes. The parts belong to the
  /// lifecycle.
  public static LoadPlanning start(
      LoadPlanningSettings settings, ProcessLifecycle lifecycle, Clock clock)
      throws IOException, InterruptedException {
    CoreService service = CoreService.start(settings.service(), MIGRATIONS, lifecycle, clock);
    Outbox outbox = service.startOutbox();
    Planning planning =
        new Planning(
            service.transactions(),
            outbox,
            service.eventSource(),
            settings.sheetPatience(),
            service.meters(),
            clock);
    lifecycle.own(
        "stalled-sheets",
        StalledSheets.start(
            service.transactions(),
            planning.receiptStore(),
            settings.sheetPatience(),
            service.meters(),
            clock));
    service.consume("routes", List.of(Topics.ROUTING_ROUTES), planning.routing());
    service.consume(
        "actions", List.of(Topics.TABLET_ACTIONS), planning.actions(service.applyOnce()));
    service.consume("stops", List.of(Topics.EXECUTION_STOPS), planning.progress());
    service.consumeTogether("receipts", List.of(Topics.TABLET_RECEIPTS), planning.receipts());
    HttpApi rest = service.serve(planning.routes(service.commands()));
    return new LoadPlanning(rest);
  }

  /// The REST port in use.
  public int restPort() {
    return rest.port();
  }
}
