package com.northwind.dispatch.contracts.json;

import static com.northwind.dispatch.contracts.json.JsonReadException.Failure.DOES_NOT_FIT;
import static com.northwind.dispatch.contracts.json.JsonReadException.Failure.NOT_JSON;

import java.nio.charset.StandardCharsets;

/// The words of JSON in UTF-8: finds where each ends and whether it keeps the grammar of RFC 8259.
abstract sealed class JsonScanner permits JsonReader {
  final byte[] bytes;
  final int end;
  int position;

  /// The text or number last scanned, without quotes.
  int scannedFrom;

  int scannedTo;

  /// Whether the text last scanned has escapes, or characters beyond ASCII.
  boolean escaped;

  boolean beyondAscii;

  JsonScanner(byte[] bytes, int from, int to) {
    if (from < 0 || to > bytes.length || from > to) {
      throw new IndexOutOfBoundsException(
          "bytes " + from + " to " + to + " of an array of " + bytes.length);
    }
    this.bytes = bytes;
    this.position = from;
    this.end = to;
  }

  /// The first byte that is no white space, which stays to be read.
  final int token() throws JsonReadException {
    while (position < end) {
      int c = bytes[position];
      if (c > ' ' || !isSpace(c)) {
        return c;
      }
      position++;
    }
    throw malformed("it ends early", end);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// Refuses anything but white space up to the end.
  public final void requireEnd() throws JsonReadException {
    while (position < end) {
      if (!isSpace(bytes[position])) {
        throw malformed("something follows the value", position);
      }
      position++;
    }
  }

  /// Scans text whose opening quote stands here.
  final void scanText() throws JsonReadException {
    byte[] text = bytes;
    int at = position + 1;
    scannedFrom = at;
    escaped = false;
    beyondAscii = false;
    while (at < end) {
      int c = text[at];
      if (c == '"') {
        scannedTo = at;
        position = at + 1;
        return;
      }
      if (c == '\\') {
        escaped = true;
        at = endOfEscape(at);
      } else if (c >= ' ') {
        at++;
      } else if (c >= 0) {
        throw malformed("a control character stands in text without an escape", at);
      } else {
        beyondAscii = true;
        at = endOfSequence(at);
      }
    }
    throw malformed("text does not end", scannedFrom - 1);
  }

  private int endOfEscape(int at) throws JsonReadException {
    int letter = at + 1 < end ? bytes[at + 1] : 0;
    return switch (letter) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> endOfCodeUnit(at);
      default -> throw malformed("unknown escape in text", at);
    };
  }

  private int endOfCodeUnit(int at) throws JsonReadException {
    for (int i = at + 2; i < at + 6; i++) {
      if (i >= end || Character.digit(bytes[i], 16) < 0) {
        throw malformed("an escape \\u is not followed by four hexadecimal digits", at);
      }
    }
    return at + 6;
  }

  /// The end of a character of two to four bytes, by the table of well-formed sequences in Unicode
  /// (chapter 3, table 3-7).
  private int endOfSequence(int at) throws JsonReadException {
    int first = bytes[at] & 0xff;
    int second = at + 1 < end ? bytes[at + 1] & 0xff : 0;
    int length;
    boolean fits;
    if (first < 0xe0) {
      length = 2;
      fits = first >= 0xc2 && second >= 0x80 && second <= 0xbf;
    } else if (first < 0xf0) {
      length = 3;
      int lowest = first == 0xe0 ? 0xa0 : 0x80;
      int highest = first == 0xed ? 0x9f : 0xbf;
      fits = second >= lowest && second <= highest && isContinuation(at + 2);
    } else {
      length = 4;
      int lowest = first == 0xf0 ? 0x90 : 0x80;
      int highest = first == 0xf4 ? 0x8f : 0xbf;
      fits =
          first <= 0xf4
              && second >= lowest
              && second <= highest
              && isContinuation(at + 2)
              && isContinuation(at + 3);
    }
    if (!fits) {
      throw malformed("text is not UTF-8", at);
    }
    return at + length;
  }

  private boolean isContinuation(int at) {
    return at < end && (bytes[at] & 0xc0) == 0x80;
  }

  /// The text last scanned.
  final String scannedText() {
    if (escaped) {
      return TextReader.unescape(bytes, scannedFrom, scannedTo);
    }
    // Bytes of ASCII are Latin-1, which strings hold as they are.
    return new String(
        bytes,
        scannedFrom,
        scannedTo - scannedFrom,
        beyondAscii ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  /// Scans a literal of which the first character stands here.
  final void scanLiteral(byte[] literal) throws JsonReadException {
    if (end - position < literal.length) {
      throw malformed("unknown word", position);
    }
    for (int i = 0; i < literal.length; i++) {
      if (bytes[position + i] != literal[i]) {
        throw malformed("unknown word", position);
      }
    }
    position += literal.length;
  }

  final JsonReadException malformed(String problem, int offset) {
    return new JsonReadException(NOT_JSON, problem, offset);
  }

  final JsonReadException misfit(String problem, int offset) {
    return new JsonReadException(DOES_NOT_FIT, problem, offset);
  }
}
