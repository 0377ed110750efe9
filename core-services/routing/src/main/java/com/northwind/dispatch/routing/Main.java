package com.northwind.dispatch.routing;

import com.northwind.dispatch.processkit.lifecycle.ProcessMain;
import java.time.Clock;

/// Runs the routing service.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(
        ProcessMain.run(
            RoutingService.NAME,
            System.getenv(),
            (settings, lifecycle) -> RoutingService.start(settings, lifecycle, Clock.systemUTC())));
  }
}
