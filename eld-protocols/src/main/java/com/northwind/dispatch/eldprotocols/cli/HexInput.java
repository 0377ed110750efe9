package com.northwind.dispatch.eldprotocols.cli;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;

/// Reads bytes that people paste: digits in either case, with white space between them.
sealed interface HexInput {
  /// The bytes.
  record Bytes(WireBytes bytes) implements HexInput {}

  /// The text is not hexadecimal.
  ///
  /// @param problem in one sentence, with the offset
  record Bad(String problem) implements HexInput {}

  static HexInput read(String text) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (Character.isWhitespace(character)) {
        continue;
      }
      if (Character.digit(character, 16) < 0 || character > 'f') {
        return new Bad(
            "not hexadecimal: '%c' at character %d (byte %d)"
                .formatted(character, at, digits.length() / 2));
      }
      digits.append(character);
    }
    if (digits.isEmpty()) {
      return new Bad("not hexadecimal: there is no digit");
    }
    if (digits.length() % 2 != 0) {
      return new Bad(
          "not hexadecimal: byte %d has one digit only, %d digits were given"
              .formatted(digits.length() / 2, digits.length()));
    }
    return new Bytes(WireBytes.ofHex(digits.toString()));
  }
}
