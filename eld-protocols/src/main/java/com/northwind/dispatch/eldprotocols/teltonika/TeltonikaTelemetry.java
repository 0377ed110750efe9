package com.northwind.dispatch.eldprotocols.teltonika;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Priority;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;

/// Wire scale to contract units. One instance makes one record's telemetry, either straight from
/// the buffer (see [AvlLayout]) or from an [AvlRecord].
///
/// What each element becomes stands in [AvlElements].
public final class TeltonikaTelemetry implements AvlSink {
  private static final double E7_PER_DEGREE = 1e7;
  private static final int MAX_LATITUDE_E7_DEG = 900_000_000;
  private static final int MAX_LONGITUDE_E7_DEG = 1_800_000_000;
  private static final int MAX_HEADING_DEG = 360;

  private final Telemetry.Builder telemetry =
      Telemetry.newBuilder().setProtocol(TeltonikaProtocol.NAME);

  TeltonikaTelemetry() {}

  /// The telemetry of one record.
  public static Telemetry of(AvlRecord record) {
    TeltonikaTelemetry telemetry = new TeltonikaTelemetry();
    telemetry.record(
        record.time().toEpochMilli(),
        record.priority(),
        record.eventId(),
        record.generationType().orElse(NO_GENERATION_TYPE));
    AvlRecord.Gnss gnss = record.gnss();
    telemetry.gnss(
        gnss.longitudeE7Deg(),
        gnss.latitudeE7Deg(),
        gnss.altitudeM(),
        gnss.headingDeg(),
        gnss.satellites(),
        gnss.speedKph());
    for (IoElement element : record.elements()) {
      switch (element) {
        case IoElement.Fixed number ->
            telemetry.number(number.id(), number.widthBytes(), number.value());
        case IoElement.Variable bytes -> {
          ByteBuf value = Unpooled.wrappedBuffer(bytes.value().toArray());
          telemetry.bytes(bytes.id(), value, 0, value.readableBytes());
        }
      }
    }
    return telemetry.build();
  }

  /// The telemetry of one GH record.
  public static Telemetry of(GhRecord record) {
    return GhTelemetry.of(record);
  }

  @Override
  public void record(long timeMillis, int priority, int eventId, int generationType) {
    telemetry.setDeviceTime(timestamp(timeMillis));
    telemetry.setPriority(priority(priority));
    if (telemetry.getPriority() == Priority.PRIORITY_UNSPECIFIED) {
      VendorParameters.number(telemetry, "priority", priority);
    }
    telemetry.setEventCode(eventId);
    if (generationType != NO_GENERATION_TYPE) {
      VendorParameters.number(telemetry, "generationType", generationType);
    }
  }

  /// A place with no satellite behind it is the device's last known one. All zero means that there
  /// never was one, and a place outside the globe is none: neither may become a point on a map.
  @Override
  public void gnss(
      int longitudeE7Deg,
      int latitudeE7Deg,
      int altitudeM,
      int headingDeg,
      int satellites,
      int speedKph) {
    if ((longitudeE7Deg | latitudeE7Deg | altitudeM | headingDeg | satellites | speedKph) == 0) {
      return;
    }
    if (Math.abs((long) latitudeE7Deg) > MAX_LATITUDE_E7_DEG
        || Math.abs((long) longitudeE7Deg) > MAX_LONGITUDE_E7_DEG) {
      VendorParameters.number(telemetry, "latitudeE7Deg", latitudeE7Deg);
      VendorParameters.number(telemetry, "longitudeE7Deg", longitudeE7Deg);
      VendorParameters.number(telemetry, "altitudeM", altitudeM);
      VendorParameters.number(telemetry, "headingDeg", headingDeg);
      VendorParameters.number(telemetry, "satellites", satellites);
      VendorParameters.number(telemetry, "speedKph", speedKph);
      return;
    }
    Position.Builder position = telemetry.getPositionBuilder();
    position.setFixTime(telemetry.getDeviceTime());
    position.setValid(satellites > 0);
    position.setLatitudeDeg(degrees(latitudeE7Deg));
    position.setLongitudeDeg(degrees(longitudeE7Deg));
    position.setAltitudeM(altitudeM);
    position.setSpeedKph(speedKph);
    position.setSatellites(satellites);
    if (headingDeg <= MAX_HEADING_DEG) {
      position.setHeadingDeg(headingDeg);
    } else {
      VendorParameters.number(telemetry, "headingDeg", headingDeg);
    }
  }

  @Override
  public void number(int id, int widthBytes, long value) {
    if (!AvlElements.put(telemetry, id, widthBytes, value)) {
      VendorParameters.element(telemetry, id, widthBytes, value);
    }
  }

  @Override
  public void bytes(int id, ByteBuf buffer, int index, int length) {
    AvlElements.put(telemetry, id, buffer, index, length);
  }

  Telemetry build() {
    return telemetry.build();
  }

  /// Milliseconds since 1970 as the contract's time.
  static Timestamp timestamp(long millis) {
    return Timestamp.newBuilder()
        .setSeconds(Math.floorDiv(millis, 1_000L))
        .setNanos((int) Math.floorMod(millis, 1_000L) * 1_000_000)
        .build();
  }

  /// An instant as the contract's time.
  static Timestamp timestamp(Instant instant) {
    return timestamp(instant.toEpochMilli());
  }

  /// The vendor's grade in the contract's words.
  static Priority priority(int grade) {
    return switch (grade) {
      case 0 -> Priority.PRIORITY_LOW;
      case 1 -> Priority.PRIORITY_HIGH;
      case 2 -> Priority.PRIORITY_PANIC;
      default -> Priority.PRIORITY_UNSPECIFIED;
    };
  }

  /// Division keeps the seventh decimal as people write it; multiplication by 1e-7 does not.
  private static double degrees(int e7Deg) {
    return e7Deg / E7_PER_DEGREE;
  }
}
