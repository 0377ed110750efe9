package com.northwind.dispatch.eldprotocols.frame;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes to send or to keep, as an immutable value that owns its copy.
public final class WireBytes {
  /// No bytes: nothing is to be sent.
  public static final WireBytes EMPTY = new WireBytes(new byte[0]);

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;

  private WireBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of `bytes`.
  public static WireBytes of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new WireBytes(bytes.clone());
  }

  /// A copy of `length` bytes of `buffer` from `index`; the buffer's own indexes stay.
  public static WireBytes copyOf(ByteBuf buffer, int index, int length) {
    byte[] bytes = new byte[length];
    buffer.getBytes(index, bytes);
    return new WireBytes(bytes);
  }

  /// A copy of everything that is readable in `buffer`; the buffer's own indexes stay.
  public static WireBytes copyOf(ByteBuf buffer) {
    return copyOf(buffer, buffer.readerIndex(), buffer.readableBytes());
  }

  /// The bytes that `hex` spells, without separators, in either case.
  ///
  /// @throws IllegalArgumentException when `hex` is not that
  public static WireBytes ofHex(String hex) {
    return new WireBytes(HEX.parseHex(hex));
  }

  /// How many bytes these are.
  public int length() {
    return bytes.length;
  }

  /// True when there is nothing to send.
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /// Appends the bytes to `out`.
  public void writeTo(ByteBuf out) {
    out.writeBytes(bytes);
  }

  /// A copy as an array.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// The bytes as lower-case hexadecimal digits.
  public String toHex() {
    return HEX.formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// As [#toHex()].
  @Override
  public String toString() {
    return toHex();
  }
}
