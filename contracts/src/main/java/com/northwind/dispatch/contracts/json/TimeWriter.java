package com.northwind.dispatch.contracts.json;

import com.google.protobuf.util.Timestamps;

/// Writes instants as RFC 3339 text in UTC, in the proleptic Gregorian calendar.
///
/// Years are counted from March here, so that the day a leap year adds is a year's last.
final class TimeWriter {
  private static final long MIN_SECONDS = Timestamps.MIN_VALUE.getSeconds();
  private static final long MAX_SECONDS = Timestamps.MAX_VALUE.getSeconds();
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int DAYS_PER_ERA = 146_097;
  private static final int YEARS_PER_ERA = 400;

  /// Days from the 1st of March of the year 0 to the 1st of January 1970.
  private static final int EPOCH_DAY = 719_468;

  /// Length of `2026-11-22T05:30:00`.
  private static final int SECONDS_LENGTH = 19;

  /// The longest text is `"2026-11-22T05:30:00.123456789Z"`, in quotes.
  private static final int MAX_LENGTH = 32;

  private TimeWriter() {}

  static void write(long seconds, int nanos, JsonBytes out) {
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS || nanos < 0 || nanos >= NANOS_PER_SECOND) {
      throw new IllegalArgumentException(
          "time is outside the years 0001 to 9999: seconds " + seconds + ", nanos " + nanos);
    }
    byte[] to = out.reserve(MAX_LENGTH);
    int at = out.size;
    to[at] = '"';
    writeSeconds(seconds, to, at + 1);
    at += 1 + SECONDS_LENGTH;
    if (nanos != 0) {
      at = writeNanos(nanos, to, at);
    }
    to[at++] = 'Z';
    to[at++] = '"';
    out.size = at;
  }

  private static void writeSeconds(long seconds, byte[] to, int at) {
    int day = (int) Math.floorDiv(seconds, SECONDS_PER_DAY);
    int secondOfDay = (int) (seconds - (long) day * SECONDS_PER_DAY);
    writeDay(day + EPOCH_DAY, to, at);
    to[at + 10] = 'T';
    int minuteOfDay = secondOfDay / 60;
    Digits.two(minuteOfDay / 60, to, at + 11);
    to[at + 13] = ':';
    Digits.two(minuteOfDay % 60, to, at + 14);
    to[at + 16] = ':';
    Digits.two(secondOfDay - minuteOfDay * 60, to, at + 17);
  }

  /// @param day days since the 1st of March of the year 0, not negative for the years 0001 to 9999
  private static void writeDay(int day, byte[] to, int at) {
    int era = day / DAYS_PER_ERA;
    int dayOfEra = day - era * DAYS_PER_ERA;
    int yearOfEra =
        (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / (DAYS_PER_ERA - 1)) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    // Five months from March on have 153 days, whichever five.
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = era * YEARS_PER_ERA + yearOfEra + (month <= 2 ? 1 : 0);
    Digits.two(year / 100, to, at);
    Digits.two(year % 100, to, at + 2);
    to[at + 4] = '-';
    Digits.two(month, to, at + 5);
    to[at + 7] = '-';
    Digits.two(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, to, at + 8);
  }

  private static int writeNanos(int nanos, byte[] to, int at) {
    to[at] = '.';
    int micros = nanos / 1_000;
    if (micros * 1_000 != nanos) {
      Digits.padded(nanos, 9, to, at + 1);
      return at + 10;
    }
    int millis = nanos / 1_000_000;
    if (millis * 1_000_000 != nanos) {
      Digits.padded(micros, 6, to, at + 1);
      return at + 7;
    }
    Digits.padded(millis, 3, to, at + 1);
    return at + 4;
  }
}
