package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import io.netty.buffer.ByteBuf;
import java.util.OptionalInt;

/// Which message is acknowledged, how, and when.
///
/// | Message | Answer | When |
/// |---|---|---|
/// | login | `01` go on, `00` refused | when the directory has decided |
/// | records over TCP | u32: how many were taken | when those are durable |
/// | datagram | u16 5, u16 packet id, `01`, u8 AVL packet id, u8 how many were taken | when those are durable |
/// | records that cannot be read | as records, with 0: the device keeps them | when the reject is on its list |
/// | command reply, keep-alive | none | |
///
/// A device that hears another number than it sent sends the whole packet again.
public final class TeltonikaAcks {
  /// Answer to a login of a device that may send.
  public static final WireBytes LOGIN_ACCEPTED = WireBytes.of((byte) 0x01);

  /// Answer to a login of a device that may not.
  public static final WireBytes LOGIN_REFUSED = WireBytes.of((byte) 0x00);

  /// Length of a TCP acknowledgement, bytes.
  public static final int STREAM_ACK_BYTES = 4;

  /// Length of a UDP acknowledgement, bytes.
  public static final int DATAGRAM_ACK_BYTES = 7;

  private static final int DATAGRAM_REST_BYTES = 5;

  private TeltonikaAcks() {}

  /// The answer over TCP to a packet of which the first `records` are durable.
  public static WireBytes stream(int records) {
    return WireBytes.of(
        (byte) (records >>> 24), (byte) (records >>> 16), (byte) (records >>> 8), (byte) records);
  }

  /// The answer to a datagram of which the first `records` are durable.
  ///
  /// @param packetId the datagram's, which the answer repeats
  /// @param avlPacketId the datagram's, which the answer repeats
  public static WireBytes datagram(int packetId, int avlPacketId, int records) {
    return WireBytes.of(
        (byte) 0,
        (byte) DATAGRAM_REST_BYTES,
        (byte) (packetId >>> 8),
        (byte) packetId,
        (byte) 0x01,
        (byte) avlPacketId,
        (byte) records);
  }

  /// Reads a TCP acknowledgement, as a device does: how many records the server took, or empty
  /// while fewer than four bytes are there.
  public static OptionalInt readStream(ByteBuf in) {
    return in.readableBytes() < STREAM_ACK_BYTES
        ? OptionalInt.empty()
        : OptionalInt.of(in.readInt());
  }
}
