package com.northwind.dispatch.execution;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.execution.device.DeviceApi;
import com.northwind.dispatch.execution.device.DeviceRegistry;
import com.northwind.dispatch.execution.position.PositionApi;
import com.northwind.dispatch.execution.position.VehiclePositions;
import com.northwind.dispatch.execution.stop.ProgressApi;
import com.northwind.dispatch.execution.stop.StopProgress;
import com.northwind.dispatch.execution.telemetry.TelemetryHandler;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import com.northwind.dispatch.servicekit.service.CoreService;
import com.northwind.dispatch.servicekit.service.OpenApi;
import com.northwind.dispatch.servicekit.service.ServiceSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The execution service, wired.
final class ExecutionService {
  static final String NAME = "execution";

  private static final String MIGRATIONS = "classpath:northwind/migrations/execution";
  private static final ServiceSettings.DefaultPorts PORTS =
      new ServiceSettings.DefaultPorts(8083, 9103, 5443);

  private final CoreService service;
  private final HttpApi api;
  private final List<Route> routes;

  private ExecutionService(CoreService service, HttpApi api, List<Route> routes) {
    this.service = service;
    this.api = api;
    this.routes = List.copyOf(routes);
  }

  /// Starts everything; its parts belong to the lifecycle. Waits for the database.
  static ExecutionService start(Settings settings, ProcessLifecycle lifecycle, Clock clock)
      throws IOException, InterruptedException {
    ServiceSettings common = ServiceSettings.from(settings, NAME, PORTS);
    settings.check();
    CoreService service = CoreService.start(common, MIGRATIONS, lifecycle, clock);
    Outbox outbox = service.startOutbox();
    DeviceRegistry devices =
        new DeviceRegistry(outbox, service.audit(), service.eventSource(), clock);
    VehiclePositions positions = new VehiclePositions(service.meters());
    StopProgress progress =
        new StopProgress(
            outbox,
            service.audit(),
            service.applyOnce(),
            service.meters(),
            service.eventSource(),
            clock);
    service.consume(
        "progress",
        List.of(Topics.ROUTING_ROUTES, Topics.PLANNING_LOADS, Topics.TABLET_ACTIONS),
        progress);
    service.consumeGathering(
        "telemetry",
        List.of(Topics.ELD_TELEMETRY),
        new TelemetryHandler(positions, progress, service.transactions(), service.meters()));
    List<Route> routes = new ArrayList<>();
    routes.addAll(new DeviceApi(devices, service.transactions()).routes());
    routes.addAll(new PositionApi(positions, service.transactions(), clock).routes());
    routes.addAll(new ProgressApi(progress, service.transactions()).routes());
    routes.add(OpenApi.route(ExecutionService.class));
    return new ExecutionService(service, service.serve(routes), routes);
  }

  /// The REST port in use.
  int restPort() {
    return api.port();
  }

  /// What the REST port serves.
  List<Route> routes() {
    return routes;
  }

  /// The admin port in use.
  int adminPort() {
    return service.adminPort();
  }
}
