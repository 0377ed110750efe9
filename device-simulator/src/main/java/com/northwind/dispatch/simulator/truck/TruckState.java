package com.northwind.dispatch.simulator.truck;

import com.northwind.dispatch.simulator.corridor.Coordinate;

/// What a truck's bus and antenna say at one moment; the values agree with each other.
///
/// @param location where it is
/// @param speedKph over ground, kilometres per hour, 0 when parked
/// @param headingDeg direction of travel, or the way it is parked, degrees from true north
/// @param odometerKm total distance, kilometres
/// @param engineHours total running time of the engine, hours
/// @param engineSpeedRpm revolutions per minute, 0 with the ignition off
/// @param isIgnitionOn the key is on
/// @param fuelLevelPercent 0 to 100
/// @param supplyVoltageV volts: the alternator charges while the engine runs
public record TruckState(
    Coordinate location,
    double speedKph,
    double headingDeg,
    double odometerKm,
    double engineHours,
    double engineSpeedRpm,
    boolean isIgnitionOn,
    double fuelLevelPercent,
    double supplyVoltageV) {

  /// The wheels turn.
  public boolean isMoving() {
    return speedKph > 0.5;
  }
}
