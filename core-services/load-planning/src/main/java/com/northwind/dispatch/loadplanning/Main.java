package com.northwind.dispatch.loadplanning;

import com.northwind.dispatch.processkit.lifecycle.ProcessMain;
import java.time.Clock;

/// The load-planning process.
public final class Main {
  private Main() {}

  /// Runs until SIGTERM; settings come from the environment.
  public static void main(String[] args) {
    System.exit(
        ProcessMain.run(
            LoadPlanning.NAME,
            System.getenv(),
            (settings, lifecycle) ->
                LoadPlanning.start(
                    LoadPlanningSettings.from(settings), lifecycle, Clock.systemUTC())));
  }
}
