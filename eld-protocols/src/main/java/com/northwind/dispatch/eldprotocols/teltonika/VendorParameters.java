package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/// Writes what has no field of its own in the contract, under the vendor's names.
final class VendorParameters {
  private static final long MAX_EXACT_IN_DOUBLE = 1L << 53;

  /// Names of the elements that every record carries a few of, made once.
  private static final String[] NAMES = names();

  private VendorParameters() {}

  /// The name of element `id`, e.g. `io239`.
  static String elementName(int id) {
    return id < NAMES.length ? NAMES[id] : "io" + id;
  }

  /// A numbered element as it was on the wire, with its sign where the vendor's list gives it one.
  static void element(Telemetry.Builder telemetry, int id, int widthBytes, long bits) {
    long value = AvlElements.isSigned(id) ? signed(bits, widthBytes) : bits;
    VendorParameter.Builder parameter = VendorParameter.newBuilder().setName(elementName(id));
    if (widthBytes == 8 && (value < 0 || value > MAX_EXACT_IN_DOUBLE)) {
      parameter.setText(Long.toUnsignedString(value));
    } else {
      parameter.setNumber((double) value);
    }
    telemetry.addVendorParameters(parameter.build());
  }

  /// An element of bytes.
  static void element(Telemetry.Builder telemetry, int id, ByteBuf buffer, int index, int length) {
    hex(telemetry, elementName(id), ByteBufUtil.hexDump(buffer, index, length));
  }

  static void number(Telemetry.Builder telemetry, String name, double value) {
    telemetry.addVendorParameters(
        VendorParameter.newBuilder().setName(name).setNumber(value).build());
  }

  static void text(Telemetry.Builder telemetry, String name, String value) {
    telemetry.addVendorParameters(
        VendorParameter.newBuilder().setName(name).setText(value).build());
  }

  static void flag(Telemetry.Builder telemetry, String name, boolean value) {
    telemetry.addVendorParameters(
        VendorParameter.newBuilder().setName(name).setFlag(value).build());
  }

  static void hex(Telemetry.Builder telemetry, String name, String value) {
    telemetry.addVendorParameters(VendorParameter.newBuilder().setName(name).setHex(value).build());
  }

  /// The bits read as a two's complement number of `widthBytes`.
  static long signed(long bits, int widthBytes) {
    int unusedBits = 64 - widthBytes * 8;
    return bits << unusedBits >> unusedBits;
  }

  private static String[] names() {
    String[] names = new String[1_024];
    for (int id = 0; id < names.length; id++) {
      names[id] = "io" + id;
    }
    return names;
  }
}
