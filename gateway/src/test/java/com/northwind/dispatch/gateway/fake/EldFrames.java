package com.northwind.dispatch.gateway.fake;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.AvlRecord;
import com.northwind.dispatch.eldprotocols.teltonika.Codec;
import com.northwind.dispatch.eldprotocols.teltonika.IoElement;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaMessage;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Frames of a truck near Chicago, numbered so that each can be told from the others on the topic.
public final class EldFrames {
  /// Element that carries the number; on the topic it is the vendor parameter `io10001`.
  public static final int SEQUENCE_ELEMENT = 10_001;

  private EldFrames() {}

  /// One frame with the records of these numbers.
  public static TeltonikaMessage records(Instant first, int from, int count) {
    List<AvlRecord> records =
        IntStream.range(0, count).mapToObj(i -> record(first.plusSeconds(i), from + i)).toList();
    return new TeltonikaMessage.AvlPacket(Codec.CODEC_8_EXTENDED, records);
  }

  /// One frame with one record.
  public static TeltonikaMessage record(int number) {
    return records(Instant.now(), number, 1);
  }

  /// The frame with its last byte, which belongs to the checksum, changed.
  public static WireBytes withWrongChecksum(TeltonikaMessage message) {
    byte[] bytes = TeltonikaEncoder.encode(message).toArray();
    bytes[bytes.length - 1] ^= 0x55;
    return WireBytes.of(bytes);
  }

  private static AvlRecord record(Instant time, int number) {
    return new AvlRecord(
        time,
        1,
        new AvlRecord.Gnss(-876_298_000, 418_781_000, 180, 90, 11, 88),
        0,
        OptionalInt.empty(),
        List.of(new IoElement.Fixed(239, 1, 1), new IoElement.Fixed(SEQUENCE_ELEMENT, 8, number)));
  }
}
