package com.northwind.dispatch.contracts.json;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;

/// Reads instants. `YYYY-MM-DDThh:mm:ss`, up to 9 digits of a second and `Z` or an offset such as
/// `-05:30` is read from the bytes; whatever looks otherwise is left to `Timestamps`, which
/// `JsonFormat` asks, too.
final class TimeReader {
  private static final long MIN_SECONDS = Timestamps.MIN_VALUE.getSeconds();
  private static final long MAX_SECONDS = Timestamps.MAX_VALUE.getSeconds();
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int[] DAYS_OF_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int MAX_FRACTION_DIGITS = 9;

  /// Days from the 1st of March of the year 0 to the 1st of January 1970.
  private static final int EPOCH_DAY = 719_468;

  private static final int SECONDS_LENGTH = "2026-11-22T05:30:00".length();
  private static final int MIN_TAIL_LENGTH = "Z\"".length();
  private static final int OFFSET_LENGTH = "+05:30".length();

  private TimeReader() {}

  static Timestamp read(JsonReader in) throws JsonReadException {
    if (moveBehindPlain(in)) {
      return Timestamp.newBuilder().setSeconds(in.seconds).setNanos(in.nanos).build();
    }
    int from = in.position;
    String text = in.readText();
    try {
      return Timestamps.parse(text);
    } catch (ParseException | RuntimeException e) {
      throw in.misfit("not an RFC 3339 time: " + JsonReader.quote(text), from);
    }
  }

  /// Reads the usual form into the reader's time and moves behind it, or does neither.
  static boolean moveBehindPlain(JsonReader in) throws JsonReadException {
    return in.token() == '"' && readPlain(in, in.position + 1);
  }

  private static boolean readPlain(JsonReader in, int from) {
    byte[] text = in.bytes;
    if (in.end - from < SECONDS_LENGTH + MIN_TAIL_LENGTH || !hasPunctuation(text, from)) {
      return false;
    }
    int year = two(text, from) * 100 + two(text, from + 2);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    int second = two(text, from + 17);
    if ((year | month - 1 | day - 1 | hour | minute | second) < 0
        || year == 0
        || month > 12
        || day > daysOf(year, month)
        || hour > 23
        || minute > 59
        || second > 59) {
      return false;
    }
    long seconds =
        (long) daysSinceEpoch(year, month, day) * SECONDS_PER_DAY
            + (hour * 60 + minute) * 60L
            + second;
    return readTail(in, from + SECONDS_LENGTH, seconds);
  }

  private static boolean hasPunctuation(byte[] text, int from) {
    return text[from + 4] == '-'
        && text[from + 7] == '-'
        && text[from + 10] == 'T'
        && text[from + 13] == ':'
        && text[from + 16] == ':';
  }

  /// Reads what follows the seconds.
  private static boolean readTail(JsonReader in, int from, long localSeconds) {
    byte[] text = in.bytes;
    int at = from;
    int nanos = 0;
    if (text[at] == '.') {
      int digits = 0;
      at++;
      while (at < in.end && Digits.isDigit(text[at]) && digits < MAX_FRACTION_DIGITS) {
        nanos = nanos * 10 + (text[at++] - '0');
        digits++;
      }
      if (digits == 0) {
        return false;
      }
      for (; digits < MAX_FRACTION_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    long seconds = localSeconds;
    if (at < in.end && text[at] == 'Z') {
      at++;
    } else {
      int offset = offsetSeconds(text, at, in.end);
      if (offset < 0) {
        return false;
      }
      seconds += text[at] == '+' ? -offset : offset;
      at += OFFSET_LENGTH;
    }
    if (at >= in.end || text[at] != '"' || seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
      return false;
    }
    in.seconds = seconds;
    in.nanos = nanos;
    in.position = at + 1;
    return true;
  }

  /// The size of an offset such as `-05:30`, or a negative number if there is none.
  private static int offsetSeconds(byte[] text, int at, int end) {
    if (end - at < OFFSET_LENGTH || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') {
      return -1;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    return (hours | minutes) < 0 ? -1 : (hours * 60 + minutes) * 60;
  }

  /// Two digits, or a number so negative that nothing added to it here makes it positive.
  private static int two(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1_000_000 : tens * 10 + ones;
  }

  private static int daysOf(int year, int month) {
    boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && !leap ? 28 : DAYS_OF_MONTH[month - 1];
  }

  private static int daysSinceEpoch(int year, int month, int day) {
    // Years are counted from March, so that the day a leap year adds is a year's last.
    int marchYear = month > 2 ? year : year - 1;
    int monthFromMarch = month > 2 ? month - 3 : month + 9;
    int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    return marchYear * 365
        + marchYear / 4
        - marchYear / 100
        + marchYear / 400
        + dayOfYear
        - EPOCH_DAY;
  }
}
