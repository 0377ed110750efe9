package com.northwind.dispatch.contracts.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// Reads numbers. Those of up to 18 digits and a small power of ten are read from the bytes alone;
/// the others are read from text as `JsonFormat` reads them.
final class NumberReader {
  /// Every whole number up to here is a double.
  private static final long MAX_EXACT_WHOLE = 1L << 53;

  /// Powers of ten that are exact as doubles.
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /// A long holds any number of so many digits.
  private static final int MAX_LONG_DIGITS = 18;

  /// `JsonFormat` refuses to make a number of longer text.
  private static final int MAX_TEXT_LENGTH = 1_000;

  /// `JsonFormat` lets a millionth above the largest double through, as infinity.
  private static final BigDecimal MAX_DOUBLE =
      new BigDecimal(Double.toString(Double.MAX_VALUE)).multiply(new BigDecimal("1.000001"));

  private static final long MAX_UINT32 = 0xFFFF_FFFFL;

  private NumberReader() {}

  /// Moves behind the number whose first character stands here.
  static void skip(JsonReader in) throws JsonReadException {
    scan(in);
  }

  /// Reads the JSON number whose first character stands here.
  static double readDouble(JsonReader in) throws JsonReadException {
    int from = in.position;
    boolean fits = scan(in);
    long whole = in.digits;
    int exponent = in.exponent;
    if (fits && whole <= MAX_EXACT_WHOLE && exponent >= -22 && exponent <= 22) {
      // Both are exact, so that multiplying or dividing rounds once, as it should.
      double size = exponent < 0 ? whole / EXACT_POWERS[-exponent] : whole * EXACT_POWERS[exponent];
      return in.bytes[from] == '-' ? -size : size;
    }
    return toDouble(in, text(in, from), from);
  }

  /// Reads the JSON number whose first character stands here.
  static int readUnsigned(JsonReader in) throws JsonReadException {
    int from = in.position;
    if (scan(in) && in.exponent == 0 && in.digits <= MAX_UINT32 && in.bytes[from] != '-') {
      return (int) in.digits;
    }
    return toUnsigned(in, text(in, from), from);
  }

  /// Scans a number, leaving its digits as a whole number and the power of ten they are to be
  /// multiplied with.
  ///
  /// @return whether the digits are not too many for that
  private static boolean scan(JsonReader in) throws JsonReadException {
    byte[] text = in.bytes;
    int end = in.end;
    int at = in.position;
    if (text[at] == '-') {
      at++;
    }
    int first = at;
    long digits = 0;
    while (at < end && Digits.isDigit(text[at])) {
      digits = digits * 10 + (text[at++] - '0');
    }
    int count = at - first;
    if (count == 0 || (count > 1 && text[first] == '0')) {
      throw in.malformed("neither a value nor a number", in.position);
    }
    int exponent = 0;
    if (at < end && text[at] == '.') {
      int point = at++;
      while (at < end && Digits.isDigit(text[at])) {
        digits = digits * 10 + (text[at++] - '0');
      }
      exponent = point + 1 - at;
      if (exponent == 0) {
        throw in.malformed("a number has no digits after its point", point);
      }
      count -= exponent;
    }
    in.digits = digits;
    in.exponent = exponent;
    in.position = at;
    if (at < end && (text[at] | 0x20) == 'e') {
      scanExponent(in);
    }
    return count <= MAX_LONG_DIGITS;
  }

  private static void scanExponent(JsonReader in) throws JsonReadException {
    byte[] text = in.bytes;
    int at = in.position + 1;
    boolean negative = at < in.end && text[at] == '-';
    if (at < in.end && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    int first = at;
    int power = 0;
    while (at < in.end && Digits.isDigit(text[at])) {
      // Beyond this the exact path is left anyway, so that the power need not grow.
      power = Math.min(power * 10 + (text[at++] - '0'), 100_000);
    }
    if (at == first) {
      throw in.malformed("a number has no digits in its exponent", in.position);
    }
    in.exponent += negative ? -power : power;
    in.position = at;
  }

  private static String text(JsonReader in, int from) {
    return new String(in.bytes, from, in.position - from, StandardCharsets.ISO_8859_1);
  }

  /// @param from where the text begins, for the message
  static double toDouble(JsonReader in, String text, int from) throws JsonReadException {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> toFinite(in, text, from);
    };
  }

  private static double toFinite(JsonReader in, String text, int from) throws JsonReadException {
    BigDecimal number = toNumber(in, text, from);
    if (number.abs().compareTo(MAX_DOUBLE) > 0) {
      throw in.misfit("out of the range of a double: " + JsonReader.quote(text), from);
    }
    double value = number.doubleValue();
    return value == 0 && text.charAt(0) == '-' ? -0.0 : value;
  }

  static int toUnsigned(JsonReader in, String text, int from) throws JsonReadException {
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException _) {
      try {
        value = toNumber(in, text, from).longValueExact();
      } catch (ArithmeticException _) {
        value = -1;
      }
    }
    if (value < 0 || value > MAX_UINT32) {
      throw in.misfit("not a whole number from 0 to 4294967295: " + JsonReader.quote(text), from);
    }
    return (int) value;
  }

  /// The 32-bit number that text spells, or a number beyond 32 bits if it spells none.
  static long toInt(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      if (text.length() > MAX_TEXT_LENGTH) {
        return Long.MIN_VALUE;
      }
    }
    try {
      return new BigDecimal(text).intValueExact();
    } catch (ArithmeticException | NumberFormatException _) {
      return Long.MIN_VALUE;
    }
  }

  private static BigDecimal toNumber(JsonReader in, String text, int from)
      throws JsonReadException {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw in.misfit("a number of more than " + MAX_TEXT_LENGTH + " characters", from);
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw in.misfit("not a number: " + JsonReader.quote(text), from);
    }
  }
}
