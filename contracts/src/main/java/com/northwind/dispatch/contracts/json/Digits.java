package com.northwind.dispatch.contracts.json;

/// Decimal digits in a byte array.
final class Digits {
  private Digits() {}

  /// Writes the lowest two digits of a number from 0 to 99.
  static void two(int value, byte[] to, int at) {
    int tens = value / 10;
    to[at] = (byte) ('0' + tens);
    to[at + 1] = (byte) ('0' + value - tens * 10);
  }

  /// Writes a number with leading zeros.
  static void padded(int value, int width, byte[] to, int at) {
    int rest = value;
    for (int i = at + width - 1; i >= at; i--) {
      int tens = rest / 10;
      to[i] = (byte) ('0' + rest - tens * 10);
      rest = tens;
    }
  }

  /// How many digits a number has that is not negative; 0 has one.
  static int count(long value) {
    int digits = 1;
    long limit = 10;
    while (value >= limit && digits < 19) {
      digits++;
      limit *= 10;
    }
    return digits;
  }

  /// Whether the byte is one of 0 to 9.
  static boolean isDigit(int ascii) {
    return ascii >= '0' && ascii <= '9';
  }
}
