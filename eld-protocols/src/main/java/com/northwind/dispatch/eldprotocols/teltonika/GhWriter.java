package com.northwind.dispatch.eldprotocols.teltonika;

import io.netty.buffer.ByteBuf;
import java.util.List;

/// Writes records of codec 7.
final class GhWriter {
  private static final int[] WIDTHS = {1, 2, 4};

  private GhWriter() {}

  static void write(GhRecord record, ByteBuf out) {
    long seconds = record.time().getEpochSecond() - GhLayout.EPOCH_SECONDS;
    out.writeInt(record.priority() << 30 | ((int) seconds & 0x3FFF_FFFF));
    int partsAt = out.writerIndex();
    out.writeByte(0);
    int parts = writeGnss(record, out) ? 1 : 0;
    for (int group = 0; group < WIDTHS.length; group++) {
      if (writeGroup(record.elements(), WIDTHS[group], out)) {
        parts |= 1 << (group + 1);
      }
    }
    out.setByte(partsAt, parts);
  }

  private static boolean writeGnss(GhRecord record, ByteBuf out) {
    int maskAt = out.writerIndex();
    out.writeByte(0);
    int mask = 0;
    if (record.place().isPresent()) {
      out.writeFloat(record.place().get().latitudeDeg());
      out.writeFloat(record.place().get().longitudeDeg());
      mask |= 1;
    }
    if (record.altitudeM().isPresent()) {
      out.writeShort(record.altitudeM().getAsInt());
      mask |= 1 << 1;
    }
    if (record.headingDeg().isPresent()) {
      double steps = record.headingDeg().getAsDouble() / GhLayout.DEGREES_PER_HEADING_STEP;
      out.writeByte((int) Math.round(steps));
      mask |= 1 << 2;
    }
    if (record.speedKph().isPresent()) {
      out.writeByte(record.speedKph().getAsInt());
      mask |= 1 << 3;
    }
    if (record.satellites().isPresent()) {
      out.writeByte(record.satellites().getAsInt());
      mask |= 1 << 4;
    }
    if (record.cell().isPresent()) {
      out.writeShort(record.cell().get().areaCode());
      out.writeShort(record.cell().get().cellId());
      mask |= 1 << 5;
    }
    if (record.signalQuality().isPresent()) {
      out.writeByte(record.signalQuality().getAsInt());
      mask |= 1 << 6;
    }
    if (record.operator().isPresent()) {
      out.writeInt((int) record.operator().getAsLong());
      mask |= 1 << 7;
    }
    if (mask == 0) {
      out.writerIndex(maskAt);
      return false;
    }
    out.setByte(maskAt, mask);
    return true;
  }

  private static boolean writeGroup(List<IoElement> elements, int width, ByteBuf out) {
    int countAt = out.writerIndex();
    out.writeByte(0);
    int count = 0;
    for (IoElement element : elements) {
      if (element instanceof IoElement.Fixed number && number.widthBytes() == width) {
        out.writeByte(number.id());
        switch (width) {
          case 1 -> out.writeByte((int) number.value());
          case 2 -> out.writeShort((int) number.value());
          default -> out.writeInt((int) number.value());
        }
        count++;
      }
    }
    if (count == 0) {
      out.writerIndex(countAt);
      return false;
    }
    out.setByte(countAt, count);
    return true;
  }
}
