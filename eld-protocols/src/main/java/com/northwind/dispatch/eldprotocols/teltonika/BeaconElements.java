package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/// Elements that list Bluetooth tags near the device. Each value becomes a vendor parameter named
/// after element and place in the list, e.g. `io548.1.rssiDbm`.
///
/// A list that does not fit its layout gives the entries that did; the element is kept whole beside
/// them in any case.
final class BeaconElements {
  /// Beacons by their id: flags, then what the flags announce.
  static final int BEACONS = 385;

  /// Beacons by their id, with fields of type, length and value.
  static final int ADVANCED_BEACONS = 548;

  /// Named sensors, with fields of type, length and value.
  static final int SENSORS = 11317;

  private static final int LIST_HEADER_BYTES = 1;
  private static final int I_BEACON_BYTES = 20;
  private static final int EDDYSTONE_BYTES = 16;
  private static final int VOLTAGE_STEP_MV = 10;
  private static final int VOLTAGE_BASE_MV = 2_000;

  private BeaconElements() {}

  /// One byte that numbers the part; then per beacon flags (bit 0 signal, bit 1 battery, bit 2
  /// temperature, bit 5 iBeacon instead of Eddystone), the id, and the announced values.
  static void beacons(Telemetry.Builder t, ByteBuf buffer, int index, int length) {
    int end = index + length;
    int at = index + LIST_HEADER_BYTES;
    for (int place = 1; at < end; place++) {
      int flags = buffer.getUnsignedByte(at);
      int idBytes = (flags & 0x20) != 0 ? I_BEACON_BYTES : EDDYSTONE_BYTES;
      int valueBytes =
          ((flags & 0x01) != 0 ? 1 : 0)
              + ((flags & 0x02) != 0 ? 2 : 0)
              + ((flags & 0x04) != 0 ? 2 : 0);
      if (1 + idBytes + valueBytes > end - at) {
        return;
      }
      String prefix = prefix(BEACONS, place);
      at++;
      VendorParameters.hex(t, prefix + "id", ByteBufUtil.hexDump(buffer, at, idBytes));
      at += idBytes;
      if ((flags & 0x01) != 0) {
        VendorParameters.number(t, prefix + "rssiDbm", buffer.getByte(at));
        at++;
      }
      if ((flags & 0x02) != 0) {
        VendorParameters.number(t, prefix + "batteryMv", buffer.getUnsignedShort(at));
        at += 2;
      }
      if ((flags & 0x04) != 0) {
        VendorParameters.number(t, prefix + "temperatureCelsius", centi(buffer, at));
        at += 2;
      }
    }
  }

  /// Per beacon a length, then fields: 0 signal strength, 1 the beacon's id, 2 an EYE sensor's
  /// values.
  static void advancedBeacons(Telemetry.Builder t, ByteBuf buffer, int index, int length) {
    forEachField(
        buffer,
        index,
        length,
        (place, type, at, size) -> {
          String prefix = prefix(ADVANCED_BEACONS, place);
          if (type == 0 && size == 1) {
            VendorParameters.number(t, prefix + "rssiDbm", buffer.getByte(at));
          } else if (type == 1) {
            VendorParameters.hex(t, prefix + "id", ByteBufUtil.hexDump(buffer, at, size));
          } else if (type == 2 && size > 0) {
            eyeSensor(t, prefix, buffer, at, size);
          }
        });
  }

  /// Flags tell which values follow, in the order of the flags' bits: 0 temperature, 1 humidity, 2
  /// and 3 the magnet (no bytes of their own), 4 movement, 5 angles, 6 battery low (no bytes), 7
  /// battery voltage.
  private static void eyeSensor(
      Telemetry.Builder t, String prefix, ByteBuf buffer, int index, int size) {
    int flags = buffer.getUnsignedByte(index);
    int expected =
        1
            + ((flags & 0x01) != 0 ? 2 : 0)
            + ((flags & 0x02) != 0 ? 1 : 0)
            + ((flags & 0x10) != 0 ? 2 : 0)
            + ((flags & 0x20) != 0 ? 3 : 0)
            + ((flags & 0x80) != 0 ? 1 : 0);
    if (expected != size) {
      return;
    }
    int at = index + 1;
    if ((flags & 0x01) != 0) {
      VendorParameters.number(t, prefix + "temperatureCelsius", centi(buffer, at));
      at += 2;
    }
    if ((flags & 0x02) != 0) {
      VendorParameters.number(t, prefix + "humidityPercent", buffer.getUnsignedByte(at));
      at++;
    }
    if ((flags & 0x04) != 0) {
      VendorParameters.flag(t, prefix + "magnet", (flags & 0x08) != 0);
    }
    if ((flags & 0x10) != 0) {
      int movement = buffer.getUnsignedShort(at);
      VendorParameters.flag(t, prefix + "moving", (movement & 0x8000) != 0);
      VendorParameters.number(t, prefix + "movementCount", movement & 0x7FFF);
      at += 2;
    }
    if ((flags & 0x20) != 0) {
      VendorParameters.number(t, prefix + "pitchDeg", buffer.getByte(at));
      VendorParameters.number(t, prefix + "rollDeg", buffer.getShort(at + 1));
      at += 3;
    }
    VendorParameters.flag(t, prefix + "batteryLow", (flags & 0x40) != 0);
    if ((flags & 0x80) != 0) {
      int millivolts = VOLTAGE_BASE_MV + VOLTAGE_STEP_MV * buffer.getUnsignedByte(at);
      VendorParameters.number(t, prefix + "batteryMv", millivolts);
    }
  }

  /// Per sensor a length, then fields: 5 name, 6 temperature, 7 humidity, 14 battery, 15 hardware
  /// address; a field of another type keeps its number.
  static void sensors(Telemetry.Builder t, ByteBuf buffer, int index, int length) {
    forEachField(
        buffer,
        index,
        length,
        (place, type, at, size) -> {
          String prefix = prefix(SENSORS, place);
          if (type == 5) {
            VendorParameters.text(t, prefix + "name", PrintableText.read(buffer, at, size));
          } else if (type == 6 && size == 2) {
            VendorParameters.number(t, prefix + "temperatureCelsius", centi(buffer, at));
          } else if (type == 7 && size == 1) {
            VendorParameters.number(t, prefix + "humidityPercent", buffer.getUnsignedByte(at));
          } else if (type == 14 && size == 2) {
            VendorParameters.number(t, prefix + "batteryMv", buffer.getUnsignedShort(at));
          } else if (type == 15) {
            VendorParameters.hex(t, prefix + "mac", ByteBufUtil.hexDump(buffer, at, size));
          } else {
            VendorParameters.hex(t, prefix + type, ByteBufUtil.hexDump(buffer, at, size));
          }
        });
  }

  private interface FieldSink {
    void field(int place, int type, int index, int size);
  }

  /// One byte that numbers the part; then per entry a length, and in it type, length and value of
  /// each field.
  private static void forEachField(ByteBuf buffer, int index, int length, FieldSink sink) {
    int end = index + length;
    int at = index + LIST_HEADER_BYTES;
    for (int place = 1; at < end; place++) {
      int entryEnd = at + 1 + buffer.getUnsignedByte(at);
      at++;
      if (entryEnd > end) {
        return;
      }
      while (at + 2 <= entryEnd) {
        int size = buffer.getUnsignedByte(at + 1);
        if (size > entryEnd - at - 2) {
          return;
        }
        sink.field(place, buffer.getUnsignedByte(at), at + 2, size);
        at += 2 + size;
      }
      at = entryEnd;
    }
  }

  private static double centi(ByteBuf buffer, int index) {
    return buffer.getShort(index) / 100.0;
  }

  private static String prefix(int element, int place) {
    return "io" + element + '.' + place + '.';
  }
}
