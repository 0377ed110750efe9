package com.northwind.dispatch.execution.position;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A vehicle was somewhere, believably.
///
/// @param fixTime when, by the satellites; the order of fixes
/// @param receivedTime when the gateway had the record
/// @param speedKph speed over ground or at the wheels; null when not reported
/// @param headingDeg direction of travel, clockwise from true north; null when not reported
/// @param odometerKm vehicle's total distance; null when not reported
/// @param ignition null when not reported
/// @param backlog the device sent it later than it made it
/// @param cause id of the event that carried it
public record Fix(
    String vehicleId,
    String deviceId,
    Instant fixTime,
    Instant receivedTime,
    Place place,
    @Nullable Double speedKph,
    @Nullable Double headingDeg,
    @Nullable Double odometerKm,
    @Nullable Boolean ignition,
    boolean backlog,
    String cause) {}
