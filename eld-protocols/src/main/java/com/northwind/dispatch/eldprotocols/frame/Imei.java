package com.northwind.dispatch.eldprotocols.frame;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// International Mobile Equipment Identity: 15 decimal digits (3GPP TS 23.003, 6.2.1).
///
/// The check digit is not held against a device: the directory decides who is known, and test units
/// in the field carry made-up numbers.
///
/// @param digits the 15 digits
public record Imei(String digits) {
  /// Length on the wire where it is sent as ASCII, and count of its digits.
  public static final int LENGTH = 15;

  public Imei {
    if (!isImei(digits)) {
      throw new IllegalArgumentException("not an IMEI of 15 digits: " + digits);
    }
  }

  /// Whether `text` is 15 decimal digits.
  public static boolean isImei(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(character -> character >= '0' && character <= '9');
  }

  /// Index of the first byte in the 15 from `index` that is not a digit, or -1 when all are.
  public static int firstNonDigit(ByteBuf buffer, int index) {
    for (int at = index; at < index + LENGTH; at++) {
      byte digit = buffer.getByte(at);
      if (digit < '0' || digit > '9') {
        return at;
      }
    }
    return -1;
  }

  /// Reads 15 ASCII digits that [#firstNonDigit(ByteBuf, int)] has found good.
  public static Imei read(ByteBuf buffer, int index) {
    return new Imei(buffer.toString(index, LENGTH, StandardCharsets.US_ASCII));
  }
}
