package com.northwind.dispatch.loadplanning;

import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.servicekit.service.ServiceSettings;
import java.time.Duration;

/// What the load-planning process is told by its environment.
///
/// @param service what every core service is told
/// @param sheetPatience how long a version of a sheet may be on its way to the tablet before it
///   counts as stalled
public record LoadPlanningSettings(ServiceSettings service, Duration sheetPatience) {
  private static final ServiceSettings.DefaultPorts PORTS =
      new ServiceSettings.DefaultPorts(8081, 9101, 5441);

  /// Reads the environment's settings and checks them all.
  public static LoadPlanningSettings from(Settings settings) {
    LoadPlanningSettings read =
        new LoadPlanningSettings(
            ServiceSettings.from(settings, LoadPlanning.NAME, PORTS),
            settings.duration("SHEET_PATIENCE", Duration.ofSeconds(30), Duration.ofSeconds(1)));
    settings.check();
    return read;
  }
}
