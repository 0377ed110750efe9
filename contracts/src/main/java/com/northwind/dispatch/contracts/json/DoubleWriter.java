package com.northwind.dispatch.contracts.json;

/// Writes doubles exactly as [Double#toString(double)] spells them, and without an object for the
/// numbers that telemetry is made of.
///
/// A decimal of at most 15 digits that reads back as the same double is the only one of that length
/// to do so, hence the shortest, which is the one `Double.toString` writes. So a double times a
/// power of ten, rounded to a whole number of at most 15 digits, has the digits wanted whenever
/// dividing that whole number again gives the same double: both are exact, so the division rounds
/// once, as reading does.
final class DoubleWriter {
  /// `Double.toString` leaves plain notation below and from here on.
  private static final double PLAIN_MIN = 1e-3;

  private static final double PLAIN_MAX = 1e7;

  private static final double FIFTEEN_DIGITS = 1e15;
  private static final int BILLION = 1_000_000_000;
  private static final int MILLION = 1_000_000;

  /// The longest spelling is `-2.2250738585072014E-308`.
  private static final int MAX_LENGTH = 26;

  private DoubleWriter() {}

  static void write(double value, JsonBytes out) {
    double size = Math.abs(value);
    if (size >= PLAIN_MIN && size < PLAIN_MAX) {
      writePlain(value, size, out);
    } else if (size == 0) {
      writeSign(value, out.reserve(MAX_LENGTH), out);
      out.raw(ZERO);
    } else if (size >= PLAIN_MAX && size < FIFTEEN_DIGITS && size == (long) size) {
      writeScientific(value, (long) size, out);
    } else if (Double.isNaN(value)) {
      out.raw(Literals.NOT_A_NUMBER);
    } else if (Double.isInfinite(value)) {
      out.raw(value > 0 ? Literals.INFINITY : Literals.MINUS_INFINITY);
    } else {
      writeSpelled(value, out);
    }
  }

  private static final byte[] ZERO = Literals.ascii("0.0");

  private static void writePlain(double value, double size, JsonBytes out) {
    // From a million on, nine decimals are more than 15 digits.
    double scale = size < MILLION ? BILLION : BILLION / 10;
    long scaled = (long) (size * scale + 0.5);
    if (scaled / scale != size) {
      writeSpelled(value, out);
      return;
    }
    long nanos = size < MILLION ? scaled : scaled * 10;
    int whole = (int) (nanos / BILLION);
    int fraction = (int) (nanos - (long) whole * BILLION);
    byte[] to = out.reserve(MAX_LENGTH);
    writeSign(value, to, out);
    int at = out.size + Digits.count(whole);
    Digits.padded(whole, at - out.size, to, out.size);
    to[at++] = '.';
    out.size = writeFraction(fraction, to, at);
  }

  /// Writes billionths without the zeros at their end, though at least one digit.
  private static int writeFraction(int billionths, byte[] to, int at) {
    int width;
    int thousandths = billionths / MILLION;
    if (thousandths * MILLION == billionths) {
      width = 3;
      Digits.padded(thousandths, width, to, at);
    } else {
      width = 9;
      Digits.padded(billionths, width, to, at);
    }
    int end = at + width;
    while (end > at + 1 && to[end - 1] == '0') {
      end--;
    }
    return end;
  }

  /// Writes a whole number as `d.dddE10`.
  private static void writeScientific(double value, long size, JsonBytes out) {
    byte[] to = out.reserve(MAX_LENGTH);
    writeSign(value, to, out);
    int exponent = Digits.count(size) - 1;
    int first = out.size;
    long rest = size;
    // The point takes the place of the second digit, which moves one on with all that follow.
    for (int at = first + exponent + 1; at > first + 1; at--) {
      long tens = rest / 10;
      to[at] = (byte) ('0' + (rest - tens * 10));
      rest = tens;
    }
    to[first] = (byte) ('0' + rest);
    to[first + 1] = '.';
    int end = first + exponent + 2;
    while (end > first + 3 && to[end - 1] == '0') {
      end--;
    }
    to[end++] = 'E';
    out.size = end;
    IntegerWriter.write(exponent, out);
  }

  private static void writeSpelled(double value, JsonBytes out) {
    String spelled = Double.toString(value);
    byte[] to = out.reserve(spelled.length());
    for (int i = 0; i < spelled.length(); i++) {
      to[out.size++] = (byte) spelled.charAt(i);
    }
  }

  private static void writeSign(double value, byte[] to, JsonBytes out) {
    if (Double.doubleToRawLongBits(value) < 0) {
      to[out.size++] = '-';
    }
  }
}
