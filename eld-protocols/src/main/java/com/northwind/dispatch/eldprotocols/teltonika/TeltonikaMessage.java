package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// What a Teltonika device, or the server in case of a command, puts on the wire.
public sealed interface TeltonikaMessage {
  /// Type of a command to a device, codecs 12 and 14.
  int TYPE_COMMAND = 0x05;

  /// Type of a device's reply, codecs 12, 13 and 14.
  int TYPE_REPLY = 0x06;

  /// Type of codec 14's "the IMEI is not mine".
  int TYPE_REFUSED = 0x11;

  /// First message on a connection.
  record Login(Imei imei) implements TeltonikaMessage {}

  /// A single byte FF, so that networks on the way keep the connection.
  record KeepAlive() implements TeltonikaMessage {}

  /// Records of codec 8, 8 Extended or 16.
  ///
  /// @param records 1 to 255 of them
  record AvlPacket(Codec codec, List<AvlRecord> records) implements TeltonikaMessage {
    public AvlPacket {
      records = List.copyOf(records);
    }
  }

  /// Records of codec 7.
  record GhPacket(List<GhRecord> records) implements TeltonikaMessage {
    public GhPacket {
      records = List.copyOf(records);
    }
  }

  /// A command to a device, or a device's reply.
  sealed interface CommandMessage extends TeltonikaMessage {
    /// [#TYPE_COMMAND], [#TYPE_REPLY], [#TYPE_REFUSED], or a vendor's number for something
    /// forwarded.
    int type();

    /// The text, mostly ASCII, or what was forwarded.
    WireBytes payload();
  }

  /// Codec 12.
  record Command(int type, WireBytes payload) implements CommandMessage {
    /// A command in ASCII.
    public static Command of(String text) {
      return new Command(TYPE_COMMAND, ascii(text));
    }

    /// A reply in ASCII.
    public static Command reply(String text) {
      return new Command(TYPE_REPLY, ascii(text));
    }
  }

  /// Codec 13: a reply, one way from device to server, that carries the device's time.
  record TimedCommand(int type, Instant time, WireBytes payload) implements CommandMessage {}

  /// Codec 14: a command or reply that names the device.
  record AddressedCommand(int type, Imei imei, WireBytes payload) implements CommandMessage {
    /// A command in ASCII.
    public static AddressedCommand of(Imei imei, String text) {
      return new AddressedCommand(TYPE_COMMAND, imei, ascii(text));
    }
  }

  private static WireBytes ascii(String text) {
    return WireBytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
