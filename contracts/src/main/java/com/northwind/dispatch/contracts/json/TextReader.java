package com.northwind.dispatch.contracts.json;

import java.nio.charset.StandardCharsets;

/// Undoes the escapes of text that a scanner has found to be right.
final class TextReader {
  private TextReader() {}

  static String unescape(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int plainFrom = from;
    int at = from;
    while (at < to) {
      if (bytes[at] != '\\') {
        at++;
        continue;
      }
      appendPlain(bytes, plainFrom, at, text);
      if (bytes[at + 1] == 'u') {
        text.append((char) hex(bytes, at + 2));
        at += 6;
      } else {
        text.append(meaning(bytes[at + 1]));
        at += 2;
      }
      plainFrom = at;
    }
    appendPlain(bytes, plainFrom, to, text);
    return text.toString();
  }

  private static void appendPlain(byte[] bytes, int from, int to, StringBuilder text) {
    if (from < to) {
      text.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
  }

  private static int hex(byte[] bytes, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      value = value << 4 | Character.digit(bytes[i], 16);
    }
    return value;
  }

  private static char meaning(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) letter;
    };
  }
}
