package com.northwind.dispatch.gateway;

import com.northwind.dispatch.processkit.lifecycle.ProcessMain;
import java.time.Clock;

/// Runs the gateway until it is told to stop.
public final class Main {
  private Main() {}

  /// Reads `NORTHWIND_…` from the environment; takes no arguments.
  public static void main(String[] args) {
    int exitCode =
        ProcessMain.run(
            "gateway",
            System.getenv(),
            (settings, lifecycle) -> {
              GatewayConfig config = GatewayConfig.from(settings);
              lifecycle.own("gateway", Gateway.start(config, Clock.systemUTC()));
            });
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
