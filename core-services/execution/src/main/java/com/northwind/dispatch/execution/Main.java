package com.northwind.dispatch.execution;

import com.northwind.dispatch.processkit.lifecycle.ProcessMain;
import java.time.Clock;

/// Runs the execution service.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(
        ProcessMain.run(
            ExecutionService.NAME,
            System.getenv(),
            (settings, lifecycle) ->
                ExecutionService.start(settings, lifecycle, Clock.systemUTC())));
  }
}
