package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.ForeignProtocol;
import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.DatagramDecoder;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.DeviceIdentity;
import com.northwind.dispatch.eldprotocols.protocol.RecordFingerprint;
import io.netty.buffer.ByteBuf;
import java.util.List;

/// Reads datagrams of the vendor's UDP channel: length, packet id, a byte of no use, AVL packet id,
/// IMEI, and a data field without preamble, length and checksum (UDP has its own).
final class TeltonikaDatagramDecoder implements DatagramDecoder {
  /// Up to and with the IMEI, bytes.
  static final int HEAD_BYTES = 2 + 2 + 1 + 1 + 2 + Imei.LENGTH;

  private final RecordFingerprint.Taker fingerprints = new RecordFingerprint.Taker();

  TeltonikaDatagramDecoder() {}

  @Override
  public List<Decoded> decode(ByteBuf datagram) {
    Decoded decoded = read(datagram);
    datagram.skipBytes(datagram.readableBytes());
    return List.of(decoded);
  }

  private Decoded read(ByteBuf in) {
    int start = in.readerIndex();
    int have = in.readableBytes();
    if (have == 1 && in.getUnsignedByte(start) == 0xFF) {
      return new Decoded.KeepAlive(WireBytes.EMPTY);
    }
    if (ForeignProtocol.recognise(in) instanceof ForeignProtocol.Verdict.Foreign foreign) {
      return rejected(
          in,
          new FrameProblem(
              RejectReason.REJECT_REASON_FOREIGN_PROTOCOL,
              start,
              "the bytes are " + foreign.name() + ", not a device's"),
          WireBytes.EMPTY);
    }
    if (have < HEAD_BYTES + TeltonikaFrameDecoder.MIN_DATA_BYTES) {
      return length(in, start, "a datagram of " + have + " bytes, expected at least 26");
    }
    int stated = in.getUnsignedShort(start);
    if (stated != have - 2) {
      return length(
          in, start, "the datagram's length is " + stated + ", it has " + (have - 2) + " bytes");
    }
    int imeiLength = in.getUnsignedShort(start + 6);
    if (imeiLength != Imei.LENGTH) {
      return length(
          in, start + 6, "the IMEI's length is " + imeiLength + ", expected " + Imei.LENGTH);
    }
    int nonDigit = Imei.firstNonDigit(in, start + 8);
    if (nonDigit >= 0) {
      return rejected(
          in,
          new FrameProblem(
              RejectReason.REJECT_REASON_MALFORMED,
              nonDigit,
              "the datagram's IMEI has byte 0x%02x, expected 15 decimal digits"
                  .formatted(in.getUnsignedByte(nonDigit))),
          WireBytes.EMPTY);
    }
    return content(in, start, have);
  }

  private Decoded content(ByteBuf in, int start, int have) {
    DeviceIdentity device = DeviceIdentity.of(Imei.read(in, start + 8));
    int packetId = in.getUnsignedShort(start + 2);
    int avlPacketId = in.getUnsignedByte(start + 5);
    int dataAt = start + HEAD_BYTES;
    return switch (TeltonikaDecoder.read(in, dataAt, have - HEAD_BYTES, fingerprints)) {
      case TeltonikaDecoder.Content.Records records ->
          new Decoded.RecordBatch(
              device,
              records.records(),
              accepted -> TeltonikaAcks.datagram(packetId, avlPacketId, accepted));
      case TeltonikaDecoder.Content.Command command ->
          new Decoded.CommandReply(device, CommandReplies.of(command.command()));
      case TeltonikaDecoder.Content.Unreadable unreadable ->
          rejected(in, unreadable.problem(), TeltonikaAcks.datagram(packetId, avlPacketId, 0));
    };
  }

  private static Decoded length(ByteBuf in, int index, String detail) {
    return rejected(
        in, new FrameProblem(RejectReason.REJECT_REASON_LENGTH, index, detail), WireBytes.EMPTY);
  }

  private static Decoded rejected(ByteBuf in, FrameProblem problem, WireBytes answer) {
    RejectedFrame frame =
        RejectedFrame.of(
            in,
            in.readerIndex(),
            in.readableBytes(),
            problem.reason(),
            problem.index() - in.readerIndex(),
            problem.detail());
    return new Decoded.Rejected(frame, Decoded.Fate.GO_ON, answer);
  }
}
