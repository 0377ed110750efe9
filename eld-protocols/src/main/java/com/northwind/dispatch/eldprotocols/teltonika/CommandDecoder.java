package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.time.Instant;

/// Reads data fields of codecs 12, 13 and 14: codec, count, type, size, content, count.
///
/// The counts are read past, as the vendor asks; one field holds one command or reply.
final class CommandDecoder {
  private static final int HEAD_BYTES = 1 + 1 + 1 + 4;
  private static final int COUNT_BYTES = 1;
  private static final int TIME_BYTES = 4;
  private static final int IMEI_BYTES = 8;

  private CommandDecoder() {}

  /// What a data field comes to.
  sealed interface Result {
    /// The command or reply.
    record Read(TeltonikaMessage.CommandMessage command) implements Result {}

    /// It cannot be read.
    record Unreadable(FrameProblem problem) implements Result {}
  }

  static Result read(Codec codec, ByteBuf buffer, int index, int length) {
    if (length < HEAD_BYTES + COUNT_BYTES) {
      return unreadable(
          RejectReason.REJECT_REASON_LENGTH,
          index,
          "a command packet of " + length + " bytes, expected at least 8");
    }
    int contentAt = index + HEAD_BYTES;
    int contentBytes = length - HEAD_BYTES - COUNT_BYTES;
    long size = buffer.getUnsignedInt(index + 3);
    boolean timed = codec == Codec.TIMED_COMMAND;
    if (size != contentBytes && !(timed && size + TIME_BYTES == contentBytes)) {
      return unreadable(
          RejectReason.REJECT_REASON_LENGTH,
          index + 3,
          "the command's size is " + size + ", the packet has " + contentBytes + " bytes for it");
    }
    int type = buffer.getUnsignedByte(index + 2);
    return switch (codec) {
      case TIMED_COMMAND -> timed(type, buffer, contentAt, contentBytes);
      case ADDRESSED_COMMAND -> addressed(type, buffer, contentAt, contentBytes);
      case COMMAND, GH, CODEC_8, CODEC_8_EXTENDED, CODEC_16 ->
          new Result.Read(
              new TeltonikaMessage.Command(
                  type, WireBytes.copyOf(buffer, contentAt, contentBytes)));
    };
  }

  private static Result timed(int type, ByteBuf buffer, int at, int bytes) {
    if (bytes < TIME_BYTES) {
      return unreadable(
          RejectReason.REJECT_REASON_LENGTH,
          at,
          "a timed reply of " + bytes + " bytes has no time");
    }
    return new Result.Read(
        new TeltonikaMessage.TimedCommand(
            type,
            Instant.ofEpochSecond(buffer.getUnsignedInt(at)),
            WireBytes.copyOf(buffer, at + TIME_BYTES, bytes - TIME_BYTES)));
  }

  /// The IMEI is 16 digits of four bits, the first of them 0.
  private static Result addressed(int type, ByteBuf buffer, int at, int bytes) {
    if (bytes < IMEI_BYTES) {
      return unreadable(
          RejectReason.REJECT_REASON_LENGTH,
          at,
          "an addressed command of " + bytes + " bytes has no IMEI");
    }
    String digits = ByteBufUtil.hexDump(buffer, at, IMEI_BYTES);
    String imei = digits.substring(1);
    if (digits.charAt(0) != '0' || !Imei.isImei(imei)) {
      return unreadable(
          RejectReason.REJECT_REASON_MALFORMED,
          at,
          "the command's IMEI is " + digits + ", expected 0 and 15 decimal digits");
    }
    return new Result.Read(
        new TeltonikaMessage.AddressedCommand(
            type, new Imei(imei), WireBytes.copyOf(buffer, at + IMEI_BYTES, bytes - IMEI_BYTES)));
  }

  private static Result unreadable(RejectReason reason, int index, String detail) {
    return new Result.Unreadable(new FrameProblem(reason, index, detail));
  }
}
