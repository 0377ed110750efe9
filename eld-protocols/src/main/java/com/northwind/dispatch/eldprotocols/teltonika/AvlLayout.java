package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import io.netty.buffer.ByteBuf;

/// A record of codec 8, 8 Extended or 16: time, priority and GNSS element are alike, the widths of
/// element ids and counts differ.
enum AvlLayout implements RecordLayout {
  /// Ids and counts of one byte.
  CODEC_8(1, 1, false, false, 1, 2, 4, 8),
  /// Codec 8 with a fifth group, of elements of 16 bytes. Observed from FM11 units in captures, not
  /// documented; told from plain codec 8 by what fits the packet exactly.
  CODEC_8_WIDE(1, 1, false, false, 1, 2, 4, 8, 16),
  /// Ids and counts of two bytes, and a group of elements with a length of their own.
  CODEC_8_EXTENDED(2, 2, false, true, 1, 2, 4, 8),
  /// Ids of two bytes, counts of one, and the kind of event.
  CODEC_16(2, 1, true, false, 1, 2, 4, 8);

  /// Time, priority and GNSS element, bytes.
  private static final int FIXED_BYTES = 8 + 1 + 15;

  private final int idBytes;
  private final int countBytes;
  private final boolean generationType;
  private final boolean variableGroup;

  /// Never written after construction.
  @SuppressWarnings("ImmutableEnumChecker")
  private final int[] groupWidths;

  AvlLayout(
      int idBytes,
      int countBytes,
      boolean generationType,
      boolean variableGroup,
      int... groupWidths) {
    this.idBytes = idBytes;
    this.countBytes = countBytes;
    this.generationType = generationType;
    this.variableGroup = variableGroup;
    this.groupWidths = groupWidths;
  }

  @Override
  public int check(ByteBuf buffer, int index, int end, Findings findings) {
    int headBytes = FIXED_BYTES + idBytes + (generationType ? 1 : 0) + countBytes;
    if (end - index < headBytes) {
      return findings.tooShort(index, end, headBytes, "a record");
    }
    long timeMillis = buffer.getLong(index);
    if (timeMillis < 0 || timeMillis > MAX_TIME_MILLIS) {
      return findings.broken(
          RejectReason.REJECT_REASON_MALFORMED,
          index,
          "the record's time is "
              + Long.toUnsignedString(timeMillis)
              + " ms since 1970, expected at most "
              + MAX_TIME_MILLIS);
    }
    int totalAt = index + headBytes - countBytes;
    int total = unsigned(buffer, totalAt, countBytes);
    int at = totalAt + countBytes;
    int seen = 0;
    for (int width : groupWidths) {
      if (end - at < countBytes) {
        return findings.tooShort(at, end, countBytes, "a count of " + width + "-byte elements");
      }
      int count = unsigned(buffer, at, countBytes);
      int bytes = count * (idBytes + width);
      if (bytes > end - at - countBytes) {
        return findings.tooShort(
            at + countBytes, end, bytes, count + " elements of " + width + " bytes");
      }
      at += countBytes + bytes;
      seen += count;
    }
    if (variableGroup) {
      if (end - at < countBytes) {
        return findings.tooShort(at, end, countBytes, "a count of elements of any length");
      }
      int count = unsigned(buffer, at, countBytes);
      at = checkVariable(buffer, at + countBytes, end, count, findings);
      if (at == BROKEN) {
        return BROKEN;
      }
      seen += count;
    }
    if (seen != total) {
      return findings.broken(
          RejectReason.REJECT_REASON_MALFORMED,
          totalAt,
          "the record says it has " + total + " elements, its groups hold " + seen);
    }
    return at;
  }

  private int checkVariable(ByteBuf buffer, int index, int end, int count, Findings findings) {
    int at = index;
    for (int i = 0; i < count; i++) {
      int headBytes = idBytes + 2;
      if (end - at < headBytes) {
        return findings.tooShort(at, end, headBytes, "an element of any length");
      }
      int length = buffer.getUnsignedShort(at + idBytes);
      if (length > end - at - headBytes) {
        return findings.tooShort(at + headBytes, end, length, "an element's value");
      }
      at += headBytes + length;
    }
    return at;
  }

  @Override
  public Telemetry telemetry(ByteBuf buffer, int index) {
    TeltonikaTelemetry telemetry = new TeltonikaTelemetry();
    read(buffer, index, telemetry);
    return telemetry.build();
  }

  /// Hands the parts of a record that was found good to `sink`, and gives the index after it.
  int read(ByteBuf buffer, int index, AvlSink sink) {
    int at = index + FIXED_BYTES;
    int eventId = unsigned(buffer, at, idBytes);
    at += idBytes;
    int generation = AvlSink.NO_GENERATION_TYPE;
    if (generationType) {
      generation = buffer.getUnsignedByte(at++);
    }
    sink.record(buffer.getLong(index), buffer.getUnsignedByte(index + 8), eventId, generation);
    sink.gnss(
        buffer.getInt(index + 9),
        buffer.getInt(index + 13),
        buffer.getShort(index + 17),
        buffer.getUnsignedShort(index + 19),
        buffer.getUnsignedByte(index + 21),
        buffer.getUnsignedShort(index + 22));
    at += countBytes;
    for (int width : groupWidths) {
      int count = unsigned(buffer, at, countBytes);
      at += countBytes;
      for (int i = 0; i < count; i++) {
        element(buffer, at, width, sink);
        at += idBytes + width;
      }
    }
    if (variableGroup) {
      int count = unsigned(buffer, at, countBytes);
      at += countBytes;
      for (int i = 0; i < count; i++) {
        int length = buffer.getUnsignedShort(at + idBytes);
        sink.bytes(unsigned(buffer, at, idBytes), buffer, at + idBytes + 2, length);
        at += idBytes + 2 + length;
      }
    }
    return at;
  }

  private void element(ByteBuf buffer, int at, int width, AvlSink sink) {
    int id = unsigned(buffer, at, idBytes);
    int valueAt = at + idBytes;
    switch (width) {
      case 1 -> sink.number(id, 1, buffer.getUnsignedByte(valueAt));
      case 2 -> sink.number(id, 2, buffer.getUnsignedShort(valueAt));
      case 4 -> sink.number(id, 4, buffer.getUnsignedInt(valueAt));
      case 8 -> sink.number(id, 8, buffer.getLong(valueAt));
      default -> sink.bytes(id, buffer, valueAt, width);
    }
  }

  private static int unsigned(ByteBuf buffer, int index, int bytes) {
    return bytes == 1 ? buffer.getUnsignedByte(index) : buffer.getUnsignedShort(index);
  }
}
