package com.northwind.dispatch.contracts.json;

import com.google.protobuf.Timestamp;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A growing buffer that JSON is written into, UTF-8 from the first byte on. Reused by whoever owns
/// it; not thread-safe.
///
/// Members of an object and elements of an array each write the comma in front of them. The first
/// of them becomes the opening bracket when the object or array ends, so no member asks whether it
/// is the first.
public final class JsonBytes {
  private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

  /// The bytes; those from [#size] on mean nothing.
  byte[] bytes;

  /// How many bytes are written.
  int size;

  /// @param capacity bytes that fit before the buffer grows, at least 1
  public JsonBytes(int capacity) {
    this.bytes = new byte[Math.max(capacity, 1)];
  }

  /// How many bytes are written.
  public int size() {
    return size;
  }

  /// How many bytes fit before the buffer grows.
  public int capacity() {
    return bytes.length;
  }

  /// Forgets what is written and keeps the room.
  public void reset() {
    size = 0;
  }

  /// A copy of what is written, exactly as long.
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /// What is written, without a copy; good until the next write.
  public ByteBuffer view() {
    return ByteBuffer.wrap(bytes, 0, size).asReadOnlyBuffer();
  }

  /// Writes bytes that are JSON already.
  public void raw(byte[] encoded) {
    int at = grow(encoded.length);
    System.arraycopy(encoded, 0, bytes, at, encoded.length);
  }

  /// Writes one ASCII character that is JSON already.
  public void raw(char ascii) {
    int at = grow(1);
    bytes[at] = (byte) ascii;
  }

  /// Writes text in quotes, with the escapes of `JsonFormat`: what JSON demands, and `<`, `>`, `&`,
  /// `=` and `'`.
  public void text(String text) {
    TextWriter.write(text, TextWriter.JSON_FORMAT_ESCAPES, this);
  }

  /// Writes text in quotes, with the escapes that JSON demands and no others.
  public void plainText(String text) {
    TextWriter.write(text, TextWriter.JSON_ESCAPES, this);
  }

  /// Writes an instant in quotes as RFC 3339 text in UTC with 0, 3, 6 or 9 digits of a second.
  ///
  /// @throws IllegalArgumentException if it is outside the years 0001 to 9999
  public void time(long epochSeconds, int nanos) {
    TimeWriter.write(epochSeconds, nanos, this);
  }

  /// Makes room and takes it: returns where the next `count` bytes belong.
  int grow(int count) {
    int at = size;
    int needed = at + count;
    if (needed > bytes.length || needed < 0) {
      enlarge(needed);
    }
    size = needed;
    return at;
  }

  /// Makes room without taking it.
  byte[] reserve(int count) {
    int needed = size + count;
    if (needed > bytes.length || needed < 0) {
      enlarge(needed);
    }
    return bytes;
  }

  private void enlarge(int needed) {
    if (needed < 0 || needed > MAX_SIZE) {
      throw new IllegalStateException("JSON of more than " + MAX_SIZE + " bytes");
    }
    long doubled = Math.min((long) bytes.length * 2, MAX_SIZE);
    bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(doubled, needed)));
  }

  /// Where an object or array begins, to be handed to its end.
  int begin() {
    return size;
  }

  void endObject(int begin) {
    end(begin, '{', '}');
  }

  void endArray(int begin) {
    end(begin, '[', ']');
  }

  private void end(int begin, char opening, char closing) {
    if (size == begin) {
      raw(opening);
    } else {
      bytes[begin] = (byte) opening;
    }
    raw(closing);
  }

  void member(byte[] name, String value) {
    raw(name);
    text(value);
  }

  /// A text of which the message does not say whether it is set: empty is not set.
  void memberUnlessEmpty(byte[] name, String value) {
    if (!value.isEmpty()) {
      member(name, value);
    }
  }

  /// A number of which the message does not say whether it is set: 0.0 is not set, -0.0 is.
  void memberUnlessZero(byte[] name, double value) {
    if (Double.doubleToRawLongBits(value) != 0) {
      member(name, value);
    }
  }

  void member(byte[] name, Timestamp value) {
    raw(name);
    time(value.getSeconds(), value.getNanos());
  }

  void member(byte[] name, boolean value) {
    raw(name);
    raw(value ? Literals.TRUE : Literals.FALSE);
  }

  void member(byte[] name, double value) {
    raw(name);
    DoubleWriter.write(value, this);
  }

  void unsignedMember(byte[] name, int value) {
    raw(name);
    IntegerWriter.write(Integer.toUnsignedLong(value), this);
  }
}
