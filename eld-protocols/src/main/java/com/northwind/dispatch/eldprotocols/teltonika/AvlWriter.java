package com.northwind.dispatch.eldprotocols.teltonika;

import io.netty.buffer.ByteBuf;
import java.util.List;

/// Writes records of codec 8, 8 Extended or 16.
enum AvlWriter {
  /// Ids and counts of one byte.
  CODEC_8(1, 1, false, false),
  /// Ids and counts of two bytes, and elements of any length.
  CODEC_8_EXTENDED(2, 2, false, true),
  /// Ids of two bytes, counts of one, and the kind of event.
  CODEC_16(2, 1, true, false);

  private static final int[] WIDTHS = {1, 2, 4, 8};

  private final int idBytes;
  private final int countBytes;
  private final boolean generationType;
  private final boolean variableGroup;

  AvlWriter(int idBytes, int countBytes, boolean generationType, boolean variableGroup) {
    this.idBytes = idBytes;
    this.countBytes = countBytes;
    this.generationType = generationType;
    this.variableGroup = variableGroup;
  }

  static AvlWriter of(Codec codec) {
    return switch (codec) {
      case CODEC_8 -> CODEC_8;
      case CODEC_8_EXTENDED -> CODEC_8_EXTENDED;
      case CODEC_16 -> CODEC_16;
      case GH, COMMAND, TIMED_COMMAND, ADDRESSED_COMMAND ->
          throw new IllegalArgumentException(codec + " does not hold AVL records");
    };
  }

  void write(AvlRecord record, ByteBuf out) {
    out.writeLong(record.time().toEpochMilli());
    out.writeByte(record.priority());
    AvlRecord.Gnss gnss = record.gnss();
    out.writeInt(gnss.longitudeE7Deg());
    out.writeInt(gnss.latitudeE7Deg());
    out.writeShort(gnss.altitudeM());
    out.writeShort(gnss.headingDeg());
    out.writeByte(gnss.satellites());
    out.writeShort(gnss.speedKph());
    write(out, idBytes, record.eventId(), "event id");
    if (generationType) {
      out.writeByte(record.generationType().orElse(0));
    }
    List<IoElement> elements = record.elements();
    write(out, countBytes, elements.size(), "count of elements");
    for (int width : WIDTHS) {
      writeNumbers(elements, width, out);
    }
    writeBytes(elements, out);
  }

  private void writeNumbers(List<IoElement> elements, int width, ByteBuf out) {
    int countAt = out.writerIndex();
    out.writeZero(countBytes);
    int count = 0;
    for (IoElement element : elements) {
      if (element instanceof IoElement.Fixed number && number.widthBytes() == width) {
        write(out, idBytes, number.id(), "element id");
        switch (width) {
          case 1 -> out.writeByte((int) number.value());
          case 2 -> out.writeShort((int) number.value());
          case 4 -> out.writeInt((int) number.value());
          default -> out.writeLong(number.value());
        }
        count++;
      }
    }
    set(out, countAt, count);
  }

  private void writeBytes(List<IoElement> elements, ByteBuf out) {
    int countAt = out.writerIndex();
    if (variableGroup) {
      out.writeZero(countBytes);
    }
    int count = 0;
    for (IoElement element : elements) {
      if (element instanceof IoElement.Variable bytes) {
        if (!variableGroup) {
          throw new IllegalArgumentException(
              this + " has no room for element " + bytes.id() + ", which is not a number");
        }
        write(out, idBytes, bytes.id(), "element id");
        write(out, 2, bytes.value().length(), "element length");
        bytes.value().writeTo(out);
        count++;
      }
    }
    if (variableGroup) {
      set(out, countAt, count);
    }
  }

  private void set(ByteBuf out, int index, int count) {
    if (countBytes == 1) {
      out.setByte(index, count);
    } else {
      out.setShort(index, count);
    }
  }

  private void write(ByteBuf out, int bytes, int value, String what) {
    if (value < 0 || value >>> (bytes * 8) != 0) {
      throw new IllegalArgumentException(this + " has no room for " + what + ' ' + value);
    }
    if (bytes == 1) {
      out.writeByte(value);
    } else {
      out.writeShort(value);
    }
  }
}
