package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A record of codec 7: a mask for its parts, and one for the fields of the GNSS element.
enum GhLayout implements RecordLayout {
  /// The only one.
  CODEC_7;

  /// 2007-01-01T00:00:00Z, where GH units count their seconds from.
  static final long EPOCH_SECONDS = 1_167_609_600L;

  private static final int HEAD_BYTES = 4 + 1;
  private static final int HAS_GNSS = 0x01;
  private static final int[] GNSS_FIELD_BYTES = {8, 2, 1, 1, 1, 4, 1, 4};
  private static final int[] ELEMENT_WIDTHS = {1, 2, 4};
  static final double DEGREES_PER_HEADING_STEP = 360 / 256.0;

  @Override
  public int check(ByteBuf buffer, int index, int end, Findings findings) {
    if (end - index < HEAD_BYTES) {
      return findings.tooShort(index, end, HEAD_BYTES, "a record");
    }
    int parts = buffer.getUnsignedByte(index + 4);
    int at = index + HEAD_BYTES;
    if ((parts & HAS_GNSS) != 0) {
      if (end - at < 1) {
        return findings.tooShort(at, end, 1, "the GNSS element's mask");
      }
      int bytes = gnssBytes(buffer.getUnsignedByte(at));
      if (bytes > end - at - 1) {
        return findings.tooShort(at + 1, end, bytes, "the GNSS element");
      }
      at += 1 + bytes;
    }
    for (int group = 0; group < ELEMENT_WIDTHS.length; group++) {
      if (has(parts, group + 1)) {
        if (end - at < 1) {
          return findings.tooShort(at, end, 1, "a count of elements");
        }
        int width = ELEMENT_WIDTHS[group];
        int count = buffer.getUnsignedByte(at);
        int bytes = count * (1 + width);
        if (bytes > end - at - 1) {
          return findings.tooShort(at + 1, end, bytes, count + " elements of " + width + " bytes");
        }
        at += 1 + bytes;
      }
    }
    return at;
  }

  @Override
  public Telemetry telemetry(ByteBuf buffer, int index) {
    return GhTelemetry.of(read(buffer.duplicate().readerIndex(index)));
  }

  /// Reads a record that was found good from the reader index of `in`, which moves behind it.
  GhRecord read(ByteBuf in) {
    int priorityAndSeconds = in.readInt();
    int parts = in.readUnsignedByte();
    int fields = has(parts, 0) ? in.readUnsignedByte() : 0;
    Optional<GhRecord.Place> place =
        has(fields, 0)
            ? Optional.of(new GhRecord.Place(in.readFloat(), in.readFloat()))
            : Optional.empty();
    OptionalInt altitudeM = has(fields, 1) ? OptionalInt.of(in.readShort()) : OptionalInt.empty();
    OptionalDouble headingDeg =
        has(fields, 2)
            ? OptionalDouble.of(in.readUnsignedByte() * DEGREES_PER_HEADING_STEP)
            : OptionalDouble.empty();
    OptionalInt speedKph =
        has(fields, 3) ? OptionalInt.of(in.readUnsignedByte()) : OptionalInt.empty();
    OptionalInt satellites =
        has(fields, 4) ? OptionalInt.of(in.readUnsignedByte()) : OptionalInt.empty();
    Optional<GhRecord.Cell> cell =
        has(fields, 5)
            ? Optional.of(new GhRecord.Cell(in.readUnsignedShort(), in.readUnsignedShort()))
            : Optional.empty();
    OptionalInt signalQuality =
        has(fields, 6) ? OptionalInt.of(in.readUnsignedByte()) : OptionalInt.empty();
    OptionalLong operator =
        has(fields, 7) ? OptionalLong.of(in.readUnsignedInt()) : OptionalLong.empty();
    List<IoElement> elements = new ArrayList<>();
    for (int group = 0; group < ELEMENT_WIDTHS.length; group++) {
      if (has(parts, group + 1)) {
        readGroup(in, ELEMENT_WIDTHS[group], elements);
      }
    }
    return new GhRecord(
        Instant.ofEpochSecond(EPOCH_SECONDS + (priorityAndSeconds & 0x3FFF_FFFF)),
        priorityAndSeconds >>> 30,
        place,
        altitudeM,
        headingDeg,
        speedKph,
        satellites,
        cell,
        signalQuality,
        operator,
        elements);
  }

  private static void readGroup(ByteBuf in, int width, List<IoElement> elements) {
    int count = in.readUnsignedByte();
    for (int i = 0; i < count; i++) {
      int id = in.readUnsignedByte();
      long value =
          switch (width) {
            case 1 -> in.readUnsignedByte();
            case 2 -> in.readUnsignedShort();
            default -> in.readUnsignedInt();
          };
      elements.add(new IoElement.Fixed(id, width, value));
    }
  }

  private static int gnssBytes(int mask) {
    int bytes = 0;
    for (int bit = 0; bit < GNSS_FIELD_BYTES.length; bit++) {
      bytes += has(mask, bit) ? GNSS_FIELD_BYTES[bit] : 0;
    }
    return bytes;
  }

  private static boolean has(int mask, int bit) {
    return ((mask >>> bit) & 1) != 0;
  }
}
