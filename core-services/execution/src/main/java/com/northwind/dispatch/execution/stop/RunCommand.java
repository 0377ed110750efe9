package com.northwind.dispatch.execution.stop;

import java.util.List;

/// What planning and routing say about how a load is driven.
sealed interface RunCommand {
  LoadId load();

  /// A route holds.
  record Drive(LoadId load, Trip trip, List<PlannedStop> stops) implements RunCommand {
    public Drive {
      stops = List.copyOf(stops);
    }
  }

  /// An assignment is over.
  record End(LoadId load, int assignmentNo, Run.How how) implements RunCommand {}

  /// The load is called off.
  record CallOff(LoadId load) implements RunCommand {}
}
