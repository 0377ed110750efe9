package com.northwind.dispatch.eldprotocols.teltonika;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// Text in fields that may as well hold something else.
final class PrintableText {
  private PrintableText() {}

  /// The text in `length` bytes from `index`, without trailing zero bytes; empty when a byte is
  /// neither printable ASCII nor a line break or tab.
  static String read(ByteBuf buffer, int index, int length) {
    int end = index + length;
    while (end > index && buffer.getByte(end - 1) == 0) {
      end--;
    }
    for (int at = index; at < end; at++) {
      byte character = buffer.getByte(at);
      boolean printable = character >= ' ' && character <= '~';
      if (!printable && character != '\r' && character != '\n' && character != '\t') {
        return "";
      }
    }
    return buffer.toString(index, end - index, StandardCharsets.US_ASCII);
  }
}
