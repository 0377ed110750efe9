package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.eldprotocols.frame.Crc16;
import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/// Messages to bytes: what a device sends, for the simulator, and the commands a server sends.
public final class TeltonikaEncoder {
  private static final int MAX_RECORDS = 255;

  private TeltonikaEncoder() {}

  /// The message as it goes over a connection.
  public static WireBytes encode(TeltonikaMessage message) {
    ByteBuf out = Unpooled.buffer(256);
    encode(message, out);
    return WireBytes.copyOf(out);
  }

  /// Appends the message as it goes over a connection.
  ///
  /// @throws IllegalArgumentException when the message does not fit its codec: more than 255
  ///   records, or an element whose id, width or count the codec has no room for
  public static void encode(TeltonikaMessage message, ByteBuf out) {
    switch (message) {
      case TeltonikaMessage.Login login -> {
        out.writeShort(Imei.LENGTH);
        writeDigits(login.imei(), out);
      }
      case TeltonikaMessage.KeepAlive keepAlive -> out.writeByte(0xFF);
      case TeltonikaMessage.AvlPacket packet -> packet(packet, out);
      case TeltonikaMessage.GhPacket packet -> packet(packet, out);
      case TeltonikaMessage.CommandMessage command -> packet(command, out);
    }
  }

  /// The records as one datagram.
  ///
  /// @param packetId 0 to 65,535, repeated by the acknowledgement
  /// @param avlPacketId 0 to 255, repeated by the acknowledgement
  public static WireBytes datagram(
      int packetId, int avlPacketId, Imei imei, TeltonikaMessage message) {
    ByteBuf out = Unpooled.buffer(256);
    out.writeShort(0);
    out.writeShort(packetId);
    out.writeByte(0x01);
    out.writeByte(avlPacketId);
    out.writeShort(Imei.LENGTH);
    writeDigits(imei, out);
    dataField(message, out);
    out.setShort(0, out.readableBytes() - 2);
    return WireBytes.copyOf(out);
  }

  /// A packet with the checksum its bytes give, in place of one that a capture lost or that was
  /// made wrong by hand.
  ///
  /// @param packet from the preamble at least to the end of its data field
  /// @throws IllegalArgumentException when it is shorter than it says
  public static WireBytes withRightChecksum(WireBytes packet) {
    ByteBuf out = Unpooled.buffer(packet.length() + TeltonikaFrameDecoder.CRC_BYTES);
    packet.writeTo(out);
    int head = TeltonikaFrameDecoder.PACKET_HEAD_BYTES;
    long dataBytes = out.readableBytes() < head ? Long.MAX_VALUE : out.getUnsignedInt(4);
    if (dataBytes > out.readableBytes() - head) {
      throw new IllegalArgumentException("the packet is shorter than its data field length says");
    }
    out.writerIndex(head + (int) dataBytes);
    out.writeInt(Crc16.ibm(out, head, (int) dataBytes));
    return WireBytes.copyOf(out);
  }

  private static void packet(TeltonikaMessage message, ByteBuf out) {
    out.writeInt(0);
    int lengthAt = out.writerIndex();
    out.writeInt(0);
    int dataAt = out.writerIndex();
    dataField(message, out);
    int dataBytes = out.writerIndex() - dataAt;
    out.setInt(lengthAt, dataBytes);
    out.writeInt(Crc16.ibm(out, dataAt, dataBytes));
  }

  private static void dataField(TeltonikaMessage message, ByteBuf out) {
    switch (message) {
      case TeltonikaMessage.AvlPacket packet -> {
        AvlWriter writer = AvlWriter.of(packet.codec());
        writeHead(packet.codec(), packet.records().size(), out);
        packet.records().forEach(record -> writer.write(record, out));
        out.writeByte(packet.records().size());
      }
      case TeltonikaMessage.GhPacket packet -> {
        writeHead(Codec.GH, packet.records().size(), out);
        packet.records().forEach(record -> GhWriter.write(record, out));
        out.writeByte(packet.records().size());
      }
      case TeltonikaMessage.Command command -> {
        writeHead(Codec.COMMAND, 1, out);
        out.writeByte(command.type());
        out.writeInt(command.payload().length());
        command.payload().writeTo(out);
        out.writeByte(1);
      }
      case TeltonikaMessage.TimedCommand command -> {
        writeHead(Codec.TIMED_COMMAND, 1, out);
        out.writeByte(command.type());
        out.writeInt(4 + command.payload().length());
        out.writeInt((int) command.time().getEpochSecond());
        command.payload().writeTo(out);
        out.writeByte(1);
      }
      case TeltonikaMessage.AddressedCommand command -> {
        writeHead(Codec.ADDRESSED_COMMAND, 1, out);
        out.writeByte(command.type());
        out.writeInt(8 + command.payload().length());
        WireBytes.ofHex('0' + command.imei().digits()).writeTo(out);
        command.payload().writeTo(out);
        out.writeByte(1);
      }
      case TeltonikaMessage.Login login ->
          throw new IllegalArgumentException("a login has no data field");
      case TeltonikaMessage.KeepAlive keepAlive ->
          throw new IllegalArgumentException("a keep-alive has no data field");
    }
  }

  private static void writeHead(Codec codec, int count, ByteBuf out) {
    if (count < 1 || count > MAX_RECORDS) {
      throw new IllegalArgumentException("a packet holds 1 to 255 records, not " + count);
    }
    out.writeByte(codec.number());
    out.writeByte(count);
  }

  private static void writeDigits(Imei imei, ByteBuf out) {
    out.writeCharSequence(imei.digits(), StandardCharsets.US_ASCII);
  }
}
