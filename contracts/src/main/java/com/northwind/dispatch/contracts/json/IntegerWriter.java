package com.northwind.dispatch.contracts.json;

/// Writes whole numbers.
final class IntegerWriter {
  private static final int MAX_LENGTH = 20;

  private IntegerWriter() {}

  static void write(long value, JsonBytes out) {
    if (value == Long.MIN_VALUE) {
      out.raw(Literals.ascii(Long.toString(value)));
      return;
    }
    byte[] to = out.reserve(MAX_LENGTH);
    if (value < 0) {
      to[out.size++] = '-';
    }
    long rest = Math.abs(value);
    int end = out.size + Digits.count(rest);
    for (int at = end - 1; at >= out.size; at--) {
      long tens = rest / 10;
      to[at] = (byte) ('0' + (rest - tens * 10));
      rest = tens;
    }
    out.size = end;
  }
}
