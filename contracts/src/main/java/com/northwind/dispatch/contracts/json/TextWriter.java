package com.northwind.dispatch.contracts.json;

import java.nio.charset.StandardCharsets;

/// Writes text as a JSON string in UTF-8.
final class TextWriter {
  /// What an ASCII character becomes: 0 for itself, `u` for an escape of four hexadecimal digits,
  /// any other letter for a backslash and that letter.
  static final byte[] JSON_ESCAPES = jsonEscapes();

  /// As [#JSON_ESCAPES], and the characters that mean something in HTML, as `JsonFormat` writes
  /// them.
  static final byte[] JSON_FORMAT_ESCAPES = jsonFormatEscapes();

  private static final byte[] LINE_SEPARATOR = Literals.ascii("\\u2028");
  private static final byte[] PARAGRAPH_SEPARATOR = Literals.ascii("\\u2029");
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /// The most bytes one character takes: an escape with four hexadecimal digits.
  private static final int MAX_BYTES_OF_CHAR = 6;

  private TextWriter() {}

  static void write(String text, byte[] escapes, JsonBytes out) {
    int length = text.length();
    byte[] to = out.reserve(length + 2);
    int at = out.size;
    to[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || escapes[c] != 0) {
        out.size = at;
        writeRest(text, i, escapes, out);
        return;
      }
      to[at++] = (byte) c;
    }
    to[at++] = '"';
    out.size = at;
  }

  private static void writeRest(String text, int from, byte[] escapes, JsonBytes out) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c < 0x80) {
        writeAscii(c, escapes[c], out);
        i++;
      } else if (c == '\u2028' || c == '\u2029') {
        out.raw(c == '\u2028' ? LINE_SEPARATOR : PARAGRAPH_SEPARATOR);
        i++;
      } else {
        i += writeBeyondAscii(text, i, text.length(), out);
      }
    }
    out.raw('"');
  }

  /// Writes text that is JSON already.
  static void writeUnescaped(CharSequence text, int from, int to, JsonBytes out) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out.raw(c);
        i++;
      } else {
        i += writeBeyondAscii(text, i, to, out);
      }
    }
  }

  /// @return how many characters of the text were written
  private static int writeBeyondAscii(CharSequence text, int at, int end, JsonBytes out) {
    char c = text.charAt(at);
    byte[] to = out.reserve(MAX_BYTES_OF_CHAR);
    if (Character.isHighSurrogate(c)
        && at + 1 < end
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      writeFourBytes(Character.toCodePoint(c, text.charAt(at + 1)), to, out);
      return 2;
    }
    writeTwoOrThreeBytes(c, to, out);
    return 1;
  }

  private static void writeAscii(char c, byte escape, JsonBytes out) {
    byte[] to = out.reserve(MAX_BYTES_OF_CHAR);
    if (escape == 0) {
      to[out.size++] = (byte) c;
      return;
    }
    to[out.size++] = '\\';
    to[out.size++] = escape;
    if (escape == 'u') {
      to[out.size++] = '0';
      to[out.size++] = '0';
      to[out.size++] = HEX[c >> 4];
      to[out.size++] = HEX[c & 0xf];
    }
  }

  private static void writeTwoOrThreeBytes(char c, byte[] to, JsonBytes out) {
    if (c < 0x800) {
      to[out.size++] = (byte) (0xc0 | c >> 6);
    } else if (Character.isSurrogate(c)) {
      // Half a pair has no UTF-8; the JDK writes a question mark for it, too.
      to[out.size++] = '?';
      return;
    } else {
      to[out.size++] = (byte) (0xe0 | c >> 12);
      to[out.size++] = (byte) (0x80 | (c >> 6 & 0x3f));
    }
    to[out.size++] = (byte) (0x80 | (c & 0x3f));
  }

  private static void writeFourBytes(int codePoint, byte[] to, JsonBytes out) {
    to[out.size++] = (byte) (0xf0 | codePoint >> 18);
    to[out.size++] = (byte) (0x80 | (codePoint >> 12 & 0x3f));
    to[out.size++] = (byte) (0x80 | (codePoint >> 6 & 0x3f));
    to[out.size++] = (byte) (0x80 | (codePoint & 0x3f));
  }

  private static byte[] jsonEscapes() {
    byte[] escapes = new byte[0x80];
    for (int c = 0; c < ' '; c++) {
      escapes[c] = 'u';
    }
    escapes['\t'] = 't';
    escapes['\b'] = 'b';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    escapes['\f'] = 'f';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
  }

  private static byte[] jsonFormatEscapes() {
    byte[] escapes = jsonEscapes();
    for (char c : "<>&='".toCharArray()) {
      escapes[c] = 'u';
    }
    return escapes;
  }
}
