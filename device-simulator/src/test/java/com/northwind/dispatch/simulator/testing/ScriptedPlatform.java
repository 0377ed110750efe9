package com.northwind.dispatch.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetStop;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// All three peers, joined: what is assigned at the planning goes out on the driver's sheet.
public final class ScriptedPlatform implements AutoCloseable {
  public final ScriptedEldPort eldPort = new ScriptedEldPort();
  public final ScriptedTabletPort tabletPort;
  public final ScriptedPlanning planning;
  private final Map<String, Map<String, RouteSheetLoad>> loadsByDriver = new HashMap<>();
  private final Map<String, Integer> revisions = new HashMap<>();

  public ScriptedPlatform() throws Exception {
    this.tabletPort = new ScriptedTabletPort();
    this.planning = new ScriptedPlanning();
    planning.onAssigned(
        (driverId, load) -> {
          RouteSheetLoad entry = entry(load);
          change(driverId, loads -> loads.put(entry.getLoadId(), entry));
        });
    planning.revisions(this::revision);
    tabletPort.onAction(this::completeAtTheLastStop);
    planning.onWithdrawn(
        (driverId, load) -> change(driverId, loads -> loads.remove(load.path("loadId").asText())));
  }

  private synchronized void change(String driverId, Consumer<Map<String, RouteSheetLoad>> edit) {
    Map<String, RouteSheetLoad> loads =
        loadsByDriver.computeIfAbsent(driverId, _ -> new LinkedHashMap<>());
    edit.accept(loads);
    tabletPort.put(
        RouteSheet.newBuilder()
            .setDriverId(driverId)
            .setRevision(revisions.merge(driverId, 1, Integer::sum))
            .addAllLoads(loads.values())
            .build());
  }

  private synchronized int revision(String driverId) {
    return revisions.getOrDefault(driverId, 0);
  }

  private synchronized void completeAtTheLastStop(DriverAction action) {
    RouteSheetLoad load =
        loadsByDriver.getOrDefault(action.getDriverId(), Map.of()).get(action.getLoadId());
    if (load != null && action.hasDepart()) {
      String last = load.getStops(load.getStopsCount() - 1).getStop().getStopId();
      if (last.equals(action.getStopId())) {
        change(action.getDriverId(), loads -> loads.remove(action.getLoadId()));
      }
    }
  }

  private static RouteSheetLoad entry(ObjectNode load) {
    RouteSheetLoad.Builder entry =
        RouteSheetLoad.newBuilder()
            .setLoadId(load.path("loadId").asText())
            .setAssignmentNo(load.path("assignmentNo").asInt())
            .setReference(load.path("reference").asText());
    for (JsonNode stop : load.path("stops")) {
      boolean isPickup = stop.path("kind").asText().equals("PICKUP");
      entry.addStops(
          RouteSheetStop.newBuilder()
              .setStop(
                  Stop.newBuilder()
                      .setStopId(stop.path("stopId").asText())
                      .setKind(
                          isPickup ? StopKind.STOP_KIND_PICKUP : StopKind.STOP_KIND_DELIVERY)));
    }
    return entry.build();
  }

  @Override
  public void close() {
    planning.close();
    tabletPort.close();
    eldPort.close();
  }
}
