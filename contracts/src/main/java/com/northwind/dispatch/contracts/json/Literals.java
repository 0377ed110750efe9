package com.northwind.dispatch.contracts.json;

import java.nio.charset.StandardCharsets;

/// The words of JSON, and those that proto3 JSON writes for numbers JSON has no word for.
final class Literals {
  static final byte[] TRUE = ascii("true");
  static final byte[] FALSE = ascii("false");
  static final byte[] NULL = ascii("null");
  static final byte[] NOT_A_NUMBER = ascii("\"NaN\"");
  static final byte[] INFINITY = ascii("\"Infinity\"");
  static final byte[] MINUS_INFINITY = ascii("\"-Infinity\"");

  private Literals() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
