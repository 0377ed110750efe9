package com.northwind.dispatch.processkit.admin;

import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.processkit.metrics.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Serves `/healthz` (the process lives), `/readyz` (it can serve; else 503 with the failing
/// checks) and `/metrics`.
public final class AdminServer implements AutoCloseable {
  private final HttpApi api;

  private AdminServer(HttpApi api) {
    this.api = api;
  }

  /// Starts listening.
  ///
  /// @throws IOException when the port is taken; the message names it
  public static AdminServer start(InetSocketAddress address, Readiness readiness, Metrics metrics)
      throws IOException {
    return start(address, readiness, metrics, List.of());
  }

  /// Starts listening, with routes of the process's own beside the usual ones.
  ///
  /// @throws IOException when the port is taken; the message names it
  public static AdminServer start(
      InetSocketAddress address, Readiness readiness, Metrics metrics, List<Route> more)
      throws IOException {
    List<Route> routes = new ArrayList<>(more);
    routes.add(Route.get("/healthz", request -> HttpResponse.text(200, "alive\n")));
    routes.add(Route.get("/readyz", request -> ready(readiness.failing())));
    routes.add(Route.get("/metrics", request -> HttpResponse.text(200, metrics.scrape())));
    return new AdminServer(HttpApi.start(address, metrics.registry(), routes));
  }

  /// The port in use.
  public int port() {
    return api.port();
  }

  @Override
  public void close() {
    api.close();
  }

  private static HttpResponse ready(List<String> failing) {
    return failing.isEmpty()
        ? HttpResponse.text(200, "ready\n")
        : HttpResponse.text(503, "not ready: " + String.join(", ", failing) + "\n");
  }
}
