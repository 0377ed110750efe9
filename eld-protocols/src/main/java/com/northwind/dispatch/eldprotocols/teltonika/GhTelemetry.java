package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.util.function.Consumer;

/// Wire scale to contract units for the records of codec 7.
final class GhTelemetry {
  private static final double PER_TENTH = 10.0;
  private static final float MAX_LATITUDE_DEG = 90;
  private static final float MAX_LONGITUDE_DEG = 180;

  private GhTelemetry() {}

  static Telemetry of(GhRecord record) {
    Telemetry.Builder telemetry = Telemetry.newBuilder().setProtocol(TeltonikaProtocol.NAME);
    telemetry.setDeviceTime(TeltonikaTelemetry.timestamp(record.time()));
    telemetry.setPriority(TeltonikaTelemetry.priority(record.priority()));
    record.place().ifPresent(place -> put(telemetry, record, place));
    record
        .cell()
        .ifPresent(
            cell -> {
              VendorParameters.number(telemetry, "areaCode", cell.areaCode());
              VendorParameters.number(telemetry, "cellId", cell.cellId());
            });
    record
        .signalQuality()
        .ifPresent(quality -> VendorParameters.number(telemetry, "signalQuality", quality));
    record.operator().ifPresent(operator -> putOperator(telemetry, operator));
    for (IoElement element : record.elements()) {
      if (element instanceof IoElement.Fixed number) {
        put(telemetry, number);
      }
    }
    return telemetry.build();
  }

  private static void put(Telemetry.Builder telemetry, GhRecord record, GhRecord.Place place) {
    if (!isOnGlobe(place)) {
      VendorParameters.text(telemetry, "latitudeDeg", Float.toString(place.latitudeDeg()));
      VendorParameters.text(telemetry, "longitudeDeg", Float.toString(place.longitudeDeg()));
      return;
    }
    Position.Builder position = telemetry.getPositionBuilder();
    position.setFixTime(telemetry.getDeviceTime());
    position.setValid(record.satellites().orElse(1) > 0);
    position.setLatitudeDeg(place.latitudeDeg());
    position.setLongitudeDeg(place.longitudeDeg());
    record.altitudeM().ifPresent(position::setAltitudeM);
    record.headingDeg().ifPresent(position::setHeadingDeg);
    record.speedKph().ifPresent(position::setSpeedKph);
    record.satellites().ifPresent(position::setSatellites);
  }

  /// Written so that a number that is none is not on the globe either.
  private static boolean isOnGlobe(GhRecord.Place place) {
    return Math.abs(place.latitudeDeg()) <= MAX_LATITUDE_DEG
        && Math.abs(place.longitudeDeg()) <= MAX_LONGITUDE_DEG;
  }

  private static void putOperator(Telemetry.Builder telemetry, long operator) {
    if (operator <= Integer.MAX_VALUE) {
      telemetry.setNetworkOperator((int) operator);
    } else {
      VendorParameters.number(telemetry, "operator", (double) operator);
    }
  }

  /// GH units have a list of element numbers of their own.
  private static void put(Telemetry.Builder telemetry, IoElement.Fixed element) {
    double value = (double) element.value();
    double tenths = value / PER_TENTH;
    switch (element.id()) {
      case 1 -> telemetry.setBatteryLevelPercent(value);
      case 2 -> VendorParameters.flag(telemetry, "usbConnected", element.value() != 0);
      case 5 -> VendorParameters.number(telemetry, "uptimeS", value);
      case 20 -> dilution(telemetry, element, position -> position.setHdop(tenths));
      case 21 -> dilution(telemetry, element, position -> position.setVdop(tenths));
      case 22 -> dilution(telemetry, element, position -> position.setPdop(tenths));
      default -> raw(telemetry, element);
    }
  }

  private static void dilution(
      Telemetry.Builder telemetry, IoElement.Fixed element, Consumer<Position.Builder> setter) {
    if (telemetry.hasPosition()) {
      setter.accept(telemetry.getPositionBuilder());
    } else {
      raw(telemetry, element);
    }
  }

  private static void raw(Telemetry.Builder telemetry, IoElement.Fixed element) {
    VendorParameters.number(
        telemetry, VendorParameters.elementName(element.id()), (double) element.value());
  }
}
