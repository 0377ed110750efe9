package com.northwind.dispatch.eldprotocols.frame;

import io.netty.buffer.ByteBuf;

/// CRC-16/IBM, also called CRC-16/ARC: polynomial 0x8005 reflected (0xA001), start 0, no final xor.
/// Its check value, over the digits `123456789`, is 0xBB3D.
public final class Crc16 {
  private static final short[] TABLE = table();

  private Crc16() {}

  /// The checksum of `length` bytes of `buffer` from `index`, 0 to 65,535.
  public static int ibm(ByteBuf buffer, int index, int length) {
    int crc = 0;
    for (int at = index; at < index + length; at++) {
      crc = (crc >>> 8) ^ (TABLE[(crc ^ buffer.getByte(at)) & 0xFF] & 0xFFFF);
    }
    return crc;
  }

  private static short[] table() {
    short[] table = new short[256];
    for (int value = 0; value < table.length; value++) {
      int crc = value;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xA001;
      }
      table[value] = (short) crc;
    }
    return table;
  }
}
