package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.Crc16;
import com.northwind.dispatch.eldprotocols.frame.ForeignProtocol;
import com.northwind.dispatch.eldprotocols.frame.Imei;
import io.netty.buffer.ByteBuf;

/// Bytes of a connection to one whole frame; knows lengths and checksums only.
///
/// The first bytes tell the kind: `FF` is a keep-alive, a length of 15 starts a login, four zero
/// bytes start a packet. Pure functions of the buffer, whose indexes stay.
final class TeltonikaFrameDecoder {
  /// Preamble and data field length, bytes.
  static final int PACKET_HEAD_BYTES = 8;

  /// The checksum, which stands in a field of four bytes.
  static final int CRC_BYTES = 4;

  /// Longest data field taken. The vendor's units stay below 1,280 bytes, some below 4,096;
  /// pictures and forwarded serial data come longer.
  static final int MAX_DATA_BYTES = 65_536;

  /// Codec, both counts and nothing between: no data field is shorter.
  static final int MIN_DATA_BYTES = 3;

  private static final int KEEP_ALIVE = 0xFF;
  private static final int LOGIN_HEAD_BYTES = 2;

  private TeltonikaFrameDecoder() {}

  /// What stands at the beginning of a buffer. Lengths and indexes count from its reader index.
  sealed interface Frame {
    /// Not a whole frame yet.
    record Incomplete() implements Frame {}

    /// A keep-alive of one byte.
    record KeepAlive() implements Frame {}

    /// A login of `lengthBytes`, its digits found good.
    record Login(Imei imei, int lengthBytes) implements Frame {}

    /// A packet of `lengthBytes`, its checksum found good.
    record Packet(int dataBytes, int lengthBytes) implements Frame {}

    /// A frame whose end is known and which is bad.
    record Bad(FrameProblem problem, int lengthBytes) implements Frame {}

    /// Bytes that do not tell where the next frame starts.
    record Lost(FrameProblem problem) implements Frame {}
  }

  private static final Frame INCOMPLETE = new Frame.Incomplete();
  private static final Frame KEEP_ALIVE_FRAME = new Frame.KeepAlive();

  /// The frame that starts at the reader index of `in`.
  static Frame next(ByteBuf in) {
    int start = in.readerIndex();
    if (!in.isReadable()) {
      return INCOMPLETE;
    }
    if (in.getUnsignedByte(start) == KEEP_ALIVE) {
      return KEEP_ALIVE_FRAME;
    }
    if (in.readableBytes() < LOGIN_HEAD_BYTES) {
      return INCOMPLETE;
    }
    int loginLength = in.getUnsignedShort(start);
    if (loginLength == 0) {
      return packet(in, start);
    }
    return loginLength == Imei.LENGTH ? login(in, start) : stranger(in, start, loginLength);
  }

  private static Frame login(ByteBuf in, int start) {
    int have = Math.min(in.readableBytes() - LOGIN_HEAD_BYTES, Imei.LENGTH);
    for (int at = start + LOGIN_HEAD_BYTES; at < start + LOGIN_HEAD_BYTES + have; at++) {
      byte digit = in.getByte(at);
      if (digit < '0' || digit > '9') {
        return new Frame.Lost(
            new FrameProblem(
                RejectReason.REJECT_REASON_MALFORMED,
                at,
                "the login's IMEI has byte 0x%02x, expected 15 decimal digits"
                    .formatted(digit & 0xFF)));
      }
    }
    return have < Imei.LENGTH
        ? INCOMPLETE
        : new Frame.Login(Imei.read(in, start + LOGIN_HEAD_BYTES), LOGIN_HEAD_BYTES + have);
  }

  private static Frame packet(ByteBuf in, int start) {
    int have = in.readableBytes();
    for (int at = start; at < start + Math.min(have, 4); at++) {
      if (in.getByte(at) != 0) {
        return new Frame.Lost(
            new FrameProblem(
                RejectReason.REJECT_REASON_MALFORMED,
                at,
                "the packet's preamble has byte 0x%02x, expected four zero bytes"
                    .formatted(in.getUnsignedByte(at))));
      }
    }
    if (have < PACKET_HEAD_BYTES) {
      return INCOMPLETE;
    }
    long dataBytes = in.getUnsignedInt(start + 4);
    if (dataBytes < MIN_DATA_BYTES || dataBytes > MAX_DATA_BYTES) {
      return new Frame.Lost(
          new FrameProblem(
              RejectReason.REJECT_REASON_LENGTH,
              start + 4,
              "the data field length is "
                  + dataBytes
                  + ", expected "
                  + MIN_DATA_BYTES
                  + " to "
                  + MAX_DATA_BYTES));
    }
    int length = PACKET_HEAD_BYTES + (int) dataBytes + CRC_BYTES;
    if (have < length) {
      return INCOMPLETE;
    }
    int crcAt = start + length - CRC_BYTES;
    long stated = in.getUnsignedInt(crcAt);
    int computed = Crc16.ibm(in, start + PACKET_HEAD_BYTES, (int) dataBytes);
    if (stated != computed) {
      return new Frame.Bad(
          new FrameProblem(
              RejectReason.REJECT_REASON_CHECKSUM,
              crcAt,
              "the checksum is 0x%08x, the bytes give 0x%08x".formatted(stated, computed)),
          length);
    }
    return new Frame.Packet((int) dataBytes, length);
  }

  private static Frame stranger(ByteBuf in, int start, int loginLength) {
    return switch (ForeignProtocol.recognise(in)) {
      case ForeignProtocol.Verdict.Foreign(String name) ->
          new Frame.Lost(
              new FrameProblem(
                  RejectReason.REJECT_REASON_FOREIGN_PROTOCOL,
                  start,
                  "the bytes are " + name + ", not a device's"));
      case ForeignProtocol.Verdict.Undecided undecided -> INCOMPLETE;
      case ForeignProtocol.Verdict.NotForeign notForeign ->
          new Frame.Lost(
              new FrameProblem(
                  RejectReason.REJECT_REASON_LENGTH,
                  start,
                  "the login length is " + loginLength + ", expected " + Imei.LENGTH));
    };
  }
}
