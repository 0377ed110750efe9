package com.northwind.dispatch.execution.telemetry;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.execution.position.Place;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import java.time.Duration;
import java.time.Instant;

/// Telemetry records of one vehicle, for tests.
public final class Records {
  /// When the day of every test begins.
  public static final Instant MORNING = Instant.parse("2026-11-22T12:00:00Z");

  private final String vehicleId;

  public Records(String vehicleId) {
    this.vehicleId = vehicleId;
  }

  /// A record with a valid fix, received a second after it was made.
  public EventEnvelope at(Instant time, Place place, double speedKph) {
    return received(time, place, speedKph, time.plusSeconds(1));
  }

  /// The same, so long after the morning began.
  public EventEnvelope after(Duration time, Place place, double speedKph) {
    return at(MORNING.plus(time), place, speedKph);
  }

  /// A record that came in at another time than it was made.
  public EventEnvelope received(Instant time, Place place, double speedKph, Instant receivedTime) {
    return envelope(
        time,
        telemetry(time, receivedTime)
            .setPosition(position(time, place).setValid(true).setSpeedKph(speedKph))
            .build());
  }

  /// A record whose device says that the fix is not current.
  public EventEnvelope invalid(Instant time, Place place) {
    return envelope(
        time, telemetry(time, time).setPosition(position(time, place).setValid(false)).build());
  }

  /// A record without a position.
  public EventEnvelope withoutPosition(Instant time) {
    return envelope(time, telemetry(time, time).build());
  }

  /// An event as it comes from Kafka.
  public static ConsumedEvent consumed(EventEnvelope event) {
    return new ConsumedEvent(Topics.ELD_TELEMETRY.name(), 0, 0, event);
  }

  private Telemetry.Builder telemetry(Instant time, Instant receivedTime) {
    return Telemetry.newBuilder()
        .setVehicleId(vehicleId)
        .setDeviceId("ELD-of-" + vehicleId)
        .setProtocol("teltonika")
        .setDeviceTime(timestamp(time))
        .setReceivedTime(timestamp(receivedTime));
  }

  private static Position.Builder position(Instant time, Place place) {
    return Position.newBuilder()
        .setFixTime(timestamp(time))
        .setLatitudeDeg(place.latitudeDeg())
        .setLongitudeDeg(place.longitudeDeg());
  }

  private EventEnvelope envelope(Instant time, Telemetry telemetry) {
    return new EventEnvelope(
        vehicleId + "/" + time, "/test", vehicleId, time, vehicleId, null, telemetry);
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
