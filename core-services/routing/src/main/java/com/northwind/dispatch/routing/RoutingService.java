package com.northwind.dispatch.routing;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.routing.itinerary.Itineraries;
import com.northwind.dispatch.routing.itinerary.RouteApi;
import com.northwind.dispatch.routing.travel.GreatCircleTravel;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import com.northwind.dispatch.servicekit.service.CoreService;
import com.northwind.dispatch.servicekit.service.OpenApi;
import com.northwind.dispatch.servicekit.service.ServiceSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The routing service, wired.
final class RoutingService {
  static final String NAME = "routing";

  private static final String MIGRATIONS = "classpath:northwind/migrations/routing";
  private static final ServiceSettings.DefaultPorts PORTS =
      new ServiceSettings.DefaultPorts(8082, 9102, 5442);

  private final CoreService service;
  private final HttpApi api;
  private final List<Route> routes;

  private RoutingService(CoreService service, HttpApi api, List<Route> routes) {
    this.service = service;
    this.api = api;
    this.routes = List.copyOf(routes);
  }

  /// Starts everything; its parts belong to the lifecycle. Waits for the database.
  static RoutingService start(Settings settings, ProcessLifecycle lifecycle, Clock clock)
      throws IOException, InterruptedException {
    ServiceSettings common = ServiceSettings.from(settings, NAME, PORTS);
    settings.check();
    CoreService service = CoreService.start(common, MIGRATIONS, lifecycle, clock);
    Outbox outbox = service.startOutbox();
    Itineraries itineraries =
        new Itineraries(
            new GreatCircleTravel(),
            outbox,
            service.audit(),
            service.meters(),
            service.eventSource(),
            clock);
    service.consume("loads", List.of(Topics.PLANNING_LOADS), itineraries);
    List<Route> routes = routes(itineraries, service);
    return new RoutingService(service, service.serve(routes), routes);
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

  private static List<Route> routes(Itineraries itineraries, CoreService service)
      throws IOException {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new RouteApi(itineraries, service.transactions(), service.commands()).routes());
    routes.add(OpenApi.route(RoutingService.class));
    return routes;
  }
}
