package com.northwind.dispatch.execution.position;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.execution.position.FixReading.Reason;
import com.northwind.dispatch.execution.position.FixReading.Unusable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Reads the fix out of a telemetry record. Pure; "now" is when the gateway received the record, so
/// a replay reads the same.
public final class FixReader {
  /// How far a device's clock may be ahead of the gateway's.
  public static final Duration MAX_AHEAD = Duration.ofMinutes(10);

  /// Earlier fixes are from a clock that was never set.
  public static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

  private FixReader() {}

  /// What the record says.
  public static FixReading read(EventEnvelope event, Telemetry telemetry) {
    Position position = telemetry.getPosition();
    if (telemetry.getVehicleId().isEmpty()) {
      return new Unusable(Reason.NO_VEHICLE);
    }
    if (!telemetry.hasPosition()) {
      return new Unusable(Reason.NO_POSITION);
    }
    if (!position.getValid()) {
      return new Unusable(Reason.INVALID_FIX);
    }
    if (!Place.isPlausible(position.getLatitudeDeg(), position.getLongitudeDeg())) {
      return new Unusable(Reason.NO_SUCH_PLACE);
    }
    if (!position.hasFixTime() && !telemetry.hasDeviceTime()) {
      return new Unusable(Reason.NO_TIME);
    }
    Instant fixTime =
        instant(position.hasFixTime() ? position.getFixTime() : telemetry.getDeviceTime());
    Instant receivedTime =
        telemetry.hasReceivedTime() ? instant(telemetry.getReceivedTime()) : event.time();
    if (fixTime.isAfter(receivedTime.plus(MAX_AHEAD))) {
      return wrongClock(telemetry, ClockFault.Reason.FROM_THE_FUTURE, fixTime, receivedTime);
    }
    if (fixTime.isBefore(EARLIEST)) {
      return wrongClock(telemetry, ClockFault.Reason.ANCIENT, fixTime, receivedTime);
    }
    return new FixReading.Usable(
        new Fix(
            telemetry.getVehicleId(),
            telemetry.getDeviceId(),
            fixTime,
            receivedTime,
            new Place(position.getLatitudeDeg(), position.getLongitudeDeg()),
            speedKph(telemetry, position),
            position.hasHeadingDeg() ? position.getHeadingDeg() : null,
            telemetry.hasOdometerKm() ? telemetry.getOdometerKm() : null,
            telemetry.hasIgnition() ? telemetry.getIgnition() : null,
            telemetry.getBacklog(),
            event.id()));
  }

  private static @Nullable Double speedKph(Telemetry telemetry, Position position) {
    if (position.hasSpeedKph()) {
      return position.getSpeedKph();
    }
    return telemetry.hasWheelSpeedKph() ? telemetry.getWheelSpeedKph() : null;
  }

  private static FixReading wrongClock(
      Telemetry telemetry, ClockFault.Reason reason, Instant claimed, Instant received) {
    return new FixReading.WrongClock(
        new ClockFault(
            telemetry.getDeviceId(), telemetry.getVehicleId(), reason, claimed, received));
  }

  /// To the microsecond, as the database keeps it.
  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).truncatedTo(ChronoUnit.MICROS);
  }
}
