package com.northwind.dispatch.eldprotocols.teltonika;

import java.util.Optional;

/// The layouts of a data field, by its first byte.
public enum Codec {
  /// GH3000 records, with masks that say which fields are there.
  GH(0x07),
  /// Codec 8: element ids and counts of one byte.
  CODEC_8(0x08),
  /// Codec 12: a command or its reply.
  COMMAND(0x0C),
  /// Codec 13: a reply with the device's time.
  TIMED_COMMAND(0x0D),
  /// Codec 14: a command or reply that names the device.
  ADDRESSED_COMMAND(0x0E),
  /// Codec 16: element ids of two bytes and the kind of event.
  CODEC_16(0x10),
  /// Codec 8 Extended: element ids and counts of two bytes, and elements of any length.
  CODEC_8_EXTENDED(0x8E);

  private final int number;

  Codec(int number) {
    this.number = number;
  }

  /// The first byte of the data field, 0 to 255.
  public int number() {
    return number;
  }

  /// The codec whose first byte is `number`, 0 to 255.
  public static Optional<Codec> of(int number) {
    for (Codec codec : values()) {
      if (codec.number == number) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }
}
