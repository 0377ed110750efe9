package com.northwind.dispatch.simulator.tablet;

import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.tablet.v1.Accept;
import com.northwind.dispatch.contracts.tablet.v1.Arrive;
import com.northwind.dispatch.contracts.tablet.v1.Depart;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Loaded;
import com.northwind.dispatch.contracts.tablet.v1.ProofOfDelivery;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetStop;
import com.northwind.dispatch.contracts.tablet.v1.Unloaded;
import com.northwind.dispatch.simulator.truck.TruckState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a driver does with one load, in order: accept it; then at each stop arrive, load or unload
/// (with a signature), depart. A pure function of the load.
final class DriverSteps {
  private DriverSteps() {}

  /// All steps of `load`. Each puts its stop and its action into the builder it is given.
  ///
  /// @param revision version of the sheet the driver looks at
  static List<Step> of(RouteSheetLoad load, int revision) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("", action -> action.setAccept(Accept.newBuilder().setRevision(revision))));
    for (RouteSheetStop planned : load.getStopsList()) {
      Stop stop = planned.getStop();
      int pieces = 1 + Math.floorMod(load.getLoadId().hashCode(), 26);
      steps.add(new Step(stop.getStopId(), action -> action.setArrive(Arrive.newBuilder())));
      if (stop.getKind() == StopKind.STOP_KIND_PICKUP) {
        steps.add(
            new Step(
                stop.getStopId(),
                action ->
                    action.setLoaded(
                        Loaded.newBuilder()
                            .setPieces(pieces)
                            .setWeightKg(pieces * 410.0)
                            .setBillOfLadingNumber("BOL-" + load.getReference())
                            .setTrailerId(load.getTrailerId()))));
      } else {
        steps.add(
            new Step(
                stop.getStopId(),
                action -> action.setUnloaded(Unloaded.newBuilder().setPieces(pieces))));
        steps.add(
            new Step(
                stop.getStopId(),
                action ->
                    action.setProofOfDelivery(
                        ProofOfDelivery.newBuilder().setReceiverName("Receiving dock"))));
      }
      steps.add(new Step(stop.getStopId(), action -> action.setDepart(Depart.newBuilder())));
    }
    return steps;
  }

  /// One thing a driver does.
  ///
  /// @param stopId the stop it is about, or empty for the whole load
  record Step(String stopId, Consumer<DriverAction.Builder> content) {

    /// Writes the step into `action`, with what the truck's odometer says.
    void writeTo(DriverAction.Builder action, TruckState truck) {
      action.setStopId(stopId);
      content.accept(action);
      if (action.hasArrive()) {
        action.getArriveBuilder().setOdometerKm(truck.odometerKm());
      } else if (action.hasDepart()) {
        action.getDepartBuilder().setOdometerKm(truck.odometerKm());
      }
    }
  }
}
