package com.northwind.dispatch.schemaregistry;

import com.northwind.dispatch.processkit.lifecycle.ProcessMain;
import java.time.Clock;

/// Runs the schema registry.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(
        ProcessMain.run(
            SchemaRegistry.NAME,
            System.getenv(),
            (settings, lifecycle) -> SchemaRegistry.start(settings, lifecycle, Clock.systemUTC())));
  }
}
