package com.northwind.dispatch.simulator.truck;

import com.northwind.dispatch.simulator.corridor.Corridor;
import com.northwind.dispatch.simulator.seed.Seed;
import java.util.List;
import java.util.SplittableRandom;

/// One truck's whole life as a function of time: it drives its corridor back and forth in shifts
/// and parks between them.
///
/// A shift is: speed up for one minute, cruise with a gentle swell, slow down for one minute,
/// engine off, park. Asking for a moment twice gives the same answer, so a restarted simulator goes
/// on where the killed one was.
public final class TruckPlan {
  private static final double RAMP_S = 60;
  private static final double SWELL_PERIOD_S = 240;
  private static final double TANK_RANGE_KM = 1900;

  private final Corridor corridor;
  private final double cruiseKph;
  private final double swellKph;
  private final double driveS;
  private final double parkS;
  private final double startInCycleS;
  private final double startOnRoadKm;
  private final double odometerAtStartKm;
  private final double engineHoursAtStart;

  private TruckPlan(Corridor corridor, SplittableRandom random) {
    this.corridor = corridor;
    this.cruiseKph = 86 + random.nextDouble() * 16;
    this.swellKph = 2 + random.nextDouble() * 4;
    // Whole swells only, so that each shift covers the same distance.
    this.driveS = 2 * RAMP_S + SWELL_PERIOD_S * (12 + random.nextInt(18));
    this.parkS = 600 + random.nextDouble() * 1200;
    this.startInCycleS = random.nextDouble() * (driveS + parkS);
    this.startOnRoadKm = random.nextDouble() * 2 * corridor.lengthKm();
    this.odometerAtStartKm = 40_000 + random.nextDouble() * 900_000;
    this.engineHoursAtStart = odometerAtStartKm / 62;
  }

  /// The plan of truck `number` (from 0) under this seed.
  public static TruckPlan of(Seed seed, int number, List<Corridor> corridors) {
    SplittableRandom random = seed.random("truck", number);
    return new TruckPlan(corridors.get(random.nextInt(corridors.size())), random);
  }

  /// The road it drives.
  public Corridor corridor() {
    return corridor;
  }

  /// What the truck says `sinceStartS` seconds after the run began.
  public TruckState at(double sinceStartS) {
    Shift shift = shiftAt(startInCycleS + sinceStartS);
    Shift first = shiftAt(startInCycleS);
    double drivenKm = shift.totalKm() - first.totalKm();
    double engineH = (shift.totalEngineS() - first.totalEngineS()) / 3600;

    double loop = 2 * corridor.lengthKm();
    double onLoopKm = (startOnRoadKm + drivenKm) % loop;
    boolean isOutbound = onLoopKm < corridor.lengthKm();
    Corridor.RoadPoint point = corridor.at(isOutbound ? onLoopKm : loop - onLoopKm);
    double heading = isOutbound ? point.headingDeg() : (point.headingDeg() + 180) % 360;

    boolean isRunning = shift.isEngineOn();
    double rpm = !isRunning ? 0 : shift.speedKph() < 1 ? 650 : 900 + shift.speedKph() * 5.5;
    double fuel = 100 - 75 * (((odometerAtStartKm + drivenKm) % TANK_RANGE_KM) / TANK_RANGE_KM);
    return new TruckState(
        point.location(),
        shift.speedKph(),
        heading,
        odometerAtStartKm + drivenKm,
        engineHoursAtStart + engineH,
        rpm,
        isRunning,
        fuel,
        isRunning ? 14.1 : 12.7);
  }

  private Shift shiftAt(double cycleTimeS) {
    double cycleS = driveS + parkS;
    double cycles = Math.floor(cycleTimeS / cycleS);
    double inCycleS = cycleTimeS - cycles * cycleS;
    double inDriveS = Math.min(inCycleS, driveS);
    return new Shift(
        cycles * distanceKm(driveS) + distanceKm(inDriveS),
        cycles * driveS + inDriveS,
        inCycleS < driveS ? speedKph(inDriveS) : 0,
        inCycleS < driveS);
  }

  private double speedKph(double inDriveS) {
    double ramp = Math.min(1, Math.min(inDriveS, driveS - inDriveS) / RAMP_S);
    if (ramp < 1) {
      return cruiseKph * Math.max(0, ramp);
    }
    return cruiseKph + swellKph * Math.sin(2 * Math.PI * (inDriveS - RAMP_S) / SWELL_PERIOD_S);
  }

  /// The integral of [#speedKph].
  private double distanceKm(double inDriveS) {
    double cruiseKps = cruiseKph / 3600;
    double upS = Math.min(inDriveS, RAMP_S);
    double km = cruiseKps * upS * upS / (2 * RAMP_S);
    double steadyS = Math.clamp(inDriveS - RAMP_S, 0, driveS - 2 * RAMP_S);
    double angle = 2 * Math.PI * steadyS / SWELL_PERIOD_S;
    km += cruiseKps * steadyS;
    km += swellKph / 3600 * SWELL_PERIOD_S / (2 * Math.PI) * (1 - Math.cos(angle));
    double downS = Math.clamp(inDriveS - (driveS - RAMP_S), 0, RAMP_S);
    km += cruiseKps * (downS - downS * downS / (2 * RAMP_S));
    return km;
  }

  private record Shift(double totalKm, double totalEngineS, double speedKph, boolean isEngineOn) {}
}
