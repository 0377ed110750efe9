package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.Alarm;
import com.northwind.dispatch.contracts.eld.v1.AnalogInput;
import com.northwind.dispatch.contracts.eld.v1.DigitalSignal;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import io.netty.buffer.ByteBuf;
import java.util.HexFormat;
import java.util.Locale;

/// Which numbered element becomes which field of the contract, and in which scale.
///
/// An element that the contract has no field for, or whose number means different things on
/// different models, stays a vendor parameter; the width on the wire tells some of them apart. The
/// table with the sources stands in the package's documentation.
final class AvlElements {
  private static final double PER_MILLI = 1_000.0;
  private static final double PER_TENTH = 10.0;
  private static final int MAX_GSM_LEVEL = 5;
  private static final int MAX_PERCENT = 100;

  private AvlElements() {}

  /// Puts element `id` into its field. False when it has none, or when its width or value is not
  /// the field's: then it is kept as the vendor's.
  static boolean put(Telemetry.Builder t, int id, int width, long value) {
    if (width != width(id) || value > max(id)) {
      raiseAlarm(t, id, width, value);
      return false;
    }
    double number = (double) value;
    switch (id) {
      case 1, 2, 3, 4 -> t.addDigitalInputs(signal(id, value));
      case 6 -> analog(t, 2, number / PER_MILLI);
      case 9, 10, 11 -> analog(t, id - 8, number / PER_MILLI);
      case 16 -> t.setOdometerKm(number / PER_MILLI);
      case 21 -> t.setSignalLevel((int) value);
      case 32 -> t.setCoolantTemperatureCelsius((double) VendorParameters.signed(value, width));
      case 36 -> t.setEngineSpeedRpm(number);
      case 37 -> t.setWheelSpeedKph(number);
      case 48 -> t.setFuelLevelPercent(number);
      case 66 -> t.setSupplyVoltageV(number / PER_MILLI);
      case 67 -> t.setBatteryVoltageV(number / PER_MILLI);
      case 68 -> t.setBatteryCurrentA(number / PER_MILLI);
      case 78 -> driverCard(t, value);
      case 113 -> t.setBatteryLevelPercent(number);
      case 179, 180 -> t.addDigitalOutputs(signal(id - 178, value));
      case 181 -> position(t, id, value, (place, pdop) -> place.setPdop(pdop));
      case 182 -> position(t, id, value, (place, hdop) -> place.setHdop(hdop));
      case 199 -> t.setTripOdometerKm(number / PER_MILLI);
      case 239 -> t.setIgnition(value == 1);
      case 240 -> t.setMotion(value == 1);
      case 241 -> t.setNetworkOperator((int) value);
      case 380 -> t.addDigitalOutputs(signal(3, value));
      default -> throw new IllegalStateException("element " + id + " has a width and no field");
    }
    return true;
  }

  /// The width in which an element has the meaning of its field, bytes; 0 when it has no field.
  private static int width(int id) {
    return switch (id) {
      case 1, 2, 3, 4, 21, 32, 37, 48, 113, 179, 180, 239, 240, 380 -> 1;
      case 6, 9, 10, 11, 36, 66, 67, 68, 181, 182 -> 2;
      case 16, 199, 241 -> 4;
      case 78 -> 8;
      default -> 0;
    };
  }

  /// The largest value that an element's field takes.
  private static long max(int id) {
    return switch (id) {
      case 1, 2, 3, 4, 179, 180, 239, 240, 380 -> 1;
      case 21 -> MAX_GSM_LEVEL;
      case 48, 113 -> MAX_PERCENT;
      case 241 -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  /// Puts an element of bytes into its field or beside it. What is taken apart is kept whole too.
  static void put(Telemetry.Builder t, int id, ByteBuf buffer, int index, int length) {
    switch (id) {
      case 256 -> {
        String vin = PrintableText.read(buffer, index, length).strip();
        if (!vin.isEmpty()) {
          t.setVin(vin);
          return;
        }
      }
      case 281 -> {
        String codes = PrintableText.read(buffer, index, length);
        if (!codes.isEmpty()) {
          addDiagnosticCodes(t, codes);
          return;
        }
      }
      case BeaconElements.BEACONS -> BeaconElements.beacons(t, buffer, index, length);
      case BeaconElements.ADVANCED_BEACONS ->
          BeaconElements.advancedBeacons(t, buffer, index, length);
      case BeaconElements.SENSORS -> BeaconElements.sensors(t, buffer, index, length);
      default -> {}
    }
    VendorParameters.element(t, id, buffer, index, length);
  }

  /// Whether the vendor's list calls element `id` signed: accelerometer axes, temperatures, fuel
  /// trims and the like.
  static boolean isSigned(int id) {
    return switch (id) {
      case 17, 18, 19, 25, 26, 27, 28, 32, 33, 38, 39, 47, 53, 58, 59, 70, 72, 73, 74, 75 -> true;
      case 115, 128, 10800, 10801, 10802, 10803 -> true;
      case 10816, 10817, 10818, 10819 -> true;
      default -> false;
    };
  }

  /// Conditions that an element stands for; the element itself stays a vendor parameter, because
  /// its value says more than the condition.
  private static void raiseAlarm(Telemetry.Builder t, int id, int width, long value) {
    if (width != 1 || value == 0) {
      return;
    }
    switch (id) {
      case 246 -> t.addAlarms(Alarm.ALARM_TOW);
      case 247 -> t.addAlarms(Alarm.ALARM_ACCIDENT);
      case 249 -> t.addAlarms(Alarm.ALARM_JAMMING);
      case 251 -> t.addAlarms(Alarm.ALARM_IDLE);
      case 252 -> t.addAlarms(Alarm.ALARM_UNPLUGGED);
      case 253 -> harshDriving(t, value);
      case 255 -> t.addAlarms(Alarm.ALARM_OVERSPEED);
      default -> {}
    }
  }

  private static void harshDriving(Telemetry.Builder t, long kind) {
    if (kind == 1) {
      t.addAlarms(Alarm.ALARM_HARSH_ACCELERATION);
    } else if (kind == 2) {
      t.addAlarms(Alarm.ALARM_HARSH_BRAKING);
    } else if (kind == 3) {
      t.addAlarms(Alarm.ALARM_HARSH_CORNERING);
    }
  }

  private static DigitalSignal signal(int line, long value) {
    return DigitalSignal.newBuilder().setLine(line).setActive(value == 1).build();
  }

  private static void analog(Telemetry.Builder t, int line, double volts) {
    t.addAnalogInputs(AnalogInput.newBuilder().setLine(line).setVoltageV(volts).build());
  }

  private interface DilutionSetter {
    void set(Position.Builder position, double dilution);
  }

  /// Dilution says how good the position is, so without one it stays the vendor's.
  private static void position(Telemetry.Builder t, int id, long tenths, DilutionSetter setter) {
    if (t.hasPosition()) {
      setter.set(t.getPositionBuilder(), tenths / PER_TENTH);
    } else {
      VendorParameters.element(t, id, 2, tenths);
    }
  }

  /// The key's 64 bits come with the family code first; people and other systems write them with
  /// the check byte first. No key on the reader is all zero.
  private static void driverCard(Telemetry.Builder t, long value) {
    if (value != 0) {
      String digits = HexFormat.of().toHexDigits(Long.reverseBytes(value));
      t.setDriverCardId(digits.toUpperCase(Locale.ROOT));
    }
  }

  private static void addDiagnosticCodes(Telemetry.Builder t, String codes) {
    int from = 0;
    while (from <= codes.length()) {
      int comma = codes.indexOf(',', from);
      int to = comma < 0 ? codes.length() : comma;
      String code = codes.substring(from, to).strip();
      if (!code.isEmpty()) {
        t.addDiagnosticCodes(code);
      }
      from = to + 1;
    }
  }
}
