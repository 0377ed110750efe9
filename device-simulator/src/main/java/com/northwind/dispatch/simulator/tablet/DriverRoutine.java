package com.northwind.dispatch.simulator.tablet;

import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.ledger.AssignmentKey;
import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.measure.RunClock;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import com.northwind.dispatch.simulator.truck.TruckState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/// The person in the cab: accepts each new load soon after seeing it, and drives the loads one
/// after another in the order of the sheet. Works offline too, as long as the outbox has room.
/// Confined to the tablet's event loop.
final class DriverRoutine {
  private final FleetDriver driver;
  private final TabletStorage storage;
  private final TabletSettings settings;
  private final TruckPlan truck;
  private final long runStartedMs;
  private final RunClock clock;
  private final DeviceLoop loop;
  private final SplittableRandom random;
  private final Consumer<DriverAction> onAction;

  private final Set<AssignmentKey> accepting = new HashSet<>();
  private boolean isDriving;
  private boolean isShiftOver;

  /// @param onAction told of each action once it is kept
  DriverRoutine(
      FleetDriver driver,
      TabletStorage storage,
      TabletSettings settings,
      TruckPlan truck,
      long runStartedMs,
      RunClock clock,
      DeviceLoop loop,
      SplittableRandom random,
      Consumer<DriverAction> onAction) {
    this.driver = driver;
    this.storage = storage;
    this.settings = settings;
    this.truck = truck;
    this.runStartedMs = runStartedMs;
    this.clock = clock;
    this.loop = loop;
    this.random = random;
    this.onAction = onAction;
  }

  /// The driver looks at the sheet: loads not yet accepted will be.
  void look() {
    for (RouteSheetLoad load : storage.sheet().getLoadsList()) {
      AssignmentKey key = keyOf(load);
      if (storage.stepsDone(key) == 0 && accepting.add(key)) {
        loop.after(random.nextLong(200, 1000), () -> accept(key));
      }
    }
    driveOn();
  }

  private void accept(AssignmentKey key) {
    accepting.remove(key);
    for (RouteSheetLoad load : storage.sheet().getLoadsList()) {
      if (keyOf(load).equals(key) && storage.stepsDone(key) == 0) {
        doStep(load, key);
      }
    }
    driveOn();
  }

  /// Starts the next step's clock, if there is a step to do and none is being done.
  private void driveOn() {
    if (!isDriving && !isShiftOver && underway().isPresent()) {
      isDriving = true;
      long stepMs = Math.max(1, settings.stopTime().toMillis() / 3);
      loop.after(stepMs * 3 / 4 + random.nextLong(stepMs / 2 + 1), this::step);
    }
  }

  /// The first load on the sheet that is not driven to its end, if the driver has accepted it: who
  /// has not looked at the first does not start the second.
  private Optional<RouteSheetLoad> underway() {
    for (RouteSheetLoad load : storage.sheet().getLoadsList()) {
      int done = storage.stepsDone(keyOf(load));
      if (done < DriverSteps.of(load, 0).size()) {
        return done > 0 ? Optional.of(load) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void step() {
    isDriving = false;
    if (!isShiftOver && storage.outboxSize() < settings.outboxActions()) {
      underway().ifPresent(load -> doStep(load, keyOf(load)));
    }
    driveOn();
  }

  private void doStep(RouteSheetLoad load, AssignmentKey key) {
    List<DriverSteps.Step> steps = DriverSteps.of(load, storage.revision());
    long nowUs = clock.nowUs();
    TruckState state = truck.at((nowUs / 1000 - runStartedMs) / 1000.0);
    DriverAction.Builder action =
        DriverAction.newBuilder()
            .setActionId(new UUID(random.nextLong(), nowUs).toString())
            .setDriverId(driver.driverId())
            .setTabletId(driver.tabletId())
            .setLoadId(load.getLoadId())
            .setOccurredTime(Timestamps.fromMicros(nowUs))
            .setPosition(
                GeoPoint.newBuilder()
                    .setLatitudeDeg(state.location().latitudeDeg())
                    .setLongitudeDeg(state.location().longitudeDeg()));
    steps.get(storage.stepsDone(key)).writeTo(action, state);
    DriverAction made = action.build();
    storage.keep(key, made);
    onAction.accept(made);
  }

  private static AssignmentKey keyOf(RouteSheetLoad load) {
    return new AssignmentKey(load.getLoadId(), load.getAssignmentNo());
  }

  /// No more driving; loads are still accepted.
  void endShift() {
    isShiftOver = true;
  }
}
