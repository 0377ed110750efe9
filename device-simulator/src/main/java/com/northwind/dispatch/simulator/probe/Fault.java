package com.northwind.dispatch.simulator.probe;

import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.AvlRecord;
import com.northwind.dispatch.eldprotocols.teltonika.Codec;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Bad things a socket can say to the ELD port.
public enum Fault {
  /// A known unit logs in and sends a packet whose checksum is wrong.
  BAD_CRC,
  /// A known unit logs in, begins a packet and says no more.
  TRUNCATED,
  /// A unit nobody knows logs in.
  UNKNOWN_IMEI,
  /// A browser or a scanner asks for a page.
  HTTP;

  private static final String STRANGER = "990000000000008";

  /// What is sent first; an answer is awaited before [#then] goes out.
  byte[] first(String imei) {
    return switch (this) {
      case BAD_CRC, TRUNCATED -> login(imei);
      case UNKNOWN_IMEI -> login(STRANGER);
      case HTTP -> "GET / HTTP/1.1\r\nHost: eld\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    };
  }

  /// What is sent once the login is answered; empty when nothing is.
  byte[] then(Instant now) {
    return switch (this) {
      case BAD_CRC -> {
        byte[] packet = packet(now);
        packet[packet.length - 1] ^= 0x5A;
        yield packet;
      }
      case TRUNCATED -> {
        byte[] packet = packet(now);
        yield Arrays.copyOf(packet, packet.length / 2);
      }
      case UNKNOWN_IMEI, HTTP -> new byte[0];
    };
  }

  private static byte[] login(String imei) {
    return bytes(TeltonikaEncoder.encode(new TeltonikaMessage.Login(new Imei(imei))));
  }

  private static byte[] packet(Instant now) {
    AvlRecord.Gnss gnss = new AvlRecord.Gnss(-1_049_903_000, 397_392_000, 1609, 90, 9, 0);
    AvlRecord avl = new AvlRecord(now, 0, gnss, 0, OptionalInt.empty(), List.of());
    return bytes(
        TeltonikaEncoder.encode(
            new TeltonikaMessage.AvlPacket(Codec.CODEC_8_EXTENDED, List.of(avl))));
  }

  private static byte[] bytes(WireBytes wire) {
    return wire.toArray();
  }
}
