package com.northwind.dispatch.eldprotocols.teltonika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import com.northwind.dispatch.eldprotocols.vectors.Conversation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What we write is what devices and the vendor's document write, byte for byte.
class TeltonikaEncoderTest {
  private static final AvlRecord.Gnss NO_FIX = new AvlRecord.Gnss(0, 0, 0, 0, 0, 0);

  static List<WireBytes> packets() {
    return Frames.recordPackets();
  }

  @ParameterizedTest
  @MethodSource("packets")
  void writesEveryCapturedPacketAgain(WireBytes packet) {
    TeltonikaMessage message = message(packet);

    if (isWide(message)) {
      assertThrows(IllegalArgumentException.class, () -> TeltonikaEncoder.encode(message));
    } else if (!isPlainButSentWide(packet, message)) {
      assertEquals(packet, TeltonikaEncoder.encode(message));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"codec8", "codec8e", "codec16", "codec12-command", "codec14-command"})
  void writesTheVendorsExamplesAgain(String example) {
    WireBytes packet = CaptureFiles.capture("teltonika", example);

    assertEquals(packet, TeltonikaEncoder.encode(message(packet)));
  }

  @Test
  void writesTheVendorsExampleOfADatagram() {
    AvlRecord record =
        new AvlRecord(
            Instant.ofEpochMilli(1_560_407_006_000L),
            1,
            NO_FIX,
            1,
            OptionalInt.empty(),
            List.of(
                new IoElement.Fixed(21, 1, 3),
                new IoElement.Fixed(1, 1, 1),
                new IoElement.Fixed(66, 2, 23_996)));

    WireBytes datagram =
        TeltonikaEncoder.datagram(
            0xCAFE,
            5,
            new Imei("352093086403655"),
            new TeltonikaMessage.AvlPacket(Codec.CODEC_8, List.of(record)));

    assertEquals(CaptureFiles.capture("teltonika", "datagram"), datagram);
  }

  @Test
  void writesALoginAndAKeepAlive() {
    assertEquals(
        WireBytes.ofHex("000f333536333037303432343431303133"),
        TeltonikaEncoder.encode(new TeltonikaMessage.Login(new Imei("356307042441013"))));
    assertEquals(WireBytes.ofHex("ff"), TeltonikaEncoder.encode(new TeltonikaMessage.KeepAlive()));
  }

  @Test
  void writesElementsOfEveryWidthAndTheHighestId() {
    AvlRecord record =
        record(
            new IoElement.Fixed(1, 1, 0xFF),
            new IoElement.Fixed(65_535, 2, 0xFFFF),
            new IoElement.Fixed(300, 4, 0xFFFF_FFFFL),
            new IoElement.Fixed(10_001, 8, 1),
            new IoElement.Fixed(10_002, 8, -1),
            new IoElement.Variable(
                256, WireBytes.of("1FUJGLDR5CSBF4321".getBytes(StandardCharsets.US_ASCII))),
            new IoElement.Variable(400, WireBytes.EMPTY));
    TeltonikaMessage packet =
        new TeltonikaMessage.AvlPacket(Codec.CODEC_8_EXTENDED, List.of(record));

    TeltonikaMessage read = message(TeltonikaEncoder.encode(packet));

    assertEquals(packet, read);
  }

  @ParameterizedTest
  @CsvSource({"CODEC_8, 256, 1", "CODEC_16, 70000, 1", "CODEC_8, 1, 300"})
  void refusesWhatTheCodecHasNoRoomFor(Codec codec, int id, int count) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TeltonikaEncoder.encode(
                new TeltonikaMessage.AvlPacket(
                    codec,
                    List.of(
                        record(
                            Collections.nCopies(count, new IoElement.Fixed(id, 1, 0))
                                .toArray(IoElement[]::new))))));
  }

  @Test
  void refusesAPacketOfNoRecordsAndOneOfTooMany() {
    for (int count : new int[] {0, 256}) {
      List<AvlRecord> records = Collections.nCopies(count, record());
      TeltonikaMessage packet = new TeltonikaMessage.AvlPacket(Codec.CODEC_8, records);

      assertThrows(IllegalArgumentException.class, () -> TeltonikaEncoder.encode(packet));
    }
  }

  @Test
  void refusesAnElementThatDoesNotFitItsWidth() {
    assertThrows(IllegalArgumentException.class, () -> new IoElement.Fixed(1, 1, 256));
    assertThrows(IllegalArgumentException.class, () -> new IoElement.Fixed(1, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> new IoElement.Fixed(-1, 1, 0));
  }

  @Test
  void refusesToRepairAPacketThatIsCut() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TeltonikaEncoder.withRightChecksum(WireBytes.ofHex("000000000000000508")));
  }

  @Test
  void writesACommandThatTheSessionReadsBack() {
    var conversation = Frames.identified();

    conversation.feed(
        TeltonikaEncoder.encode(TeltonikaMessage.AddressedCommand.of(Frames.IMEI, "getver")));

    var exchange = conversation.take();
    assertEquals(1, exchange.said().size());
    assertInstanceOf(Conversation.Said.Reply.class, exchange.said().getFirst());
  }

  private static AvlRecord record(IoElement... elements) {
    return new AvlRecord(
        Instant.ofEpochMilli(1_790_000_000_123L),
        0,
        NO_FIX,
        0,
        OptionalInt.empty(),
        List.of(elements));
  }

  private static TeltonikaMessage message(WireBytes packet) {
    ByteBuf buffer = Unpooled.wrappedBuffer(packet.toArray());
    return assertInstanceOf(
            TeltonikaDecoder.MessageContent.Message.class,
            TeltonikaDecoder.readMessage(buffer, 8, packet.length() - 12))
        .message();
  }

  /// The undocumented form of codec 8 with 16-byte elements is read, not written.
  private static boolean isWide(TeltonikaMessage message) {
    return message instanceof TeltonikaMessage.AvlPacket packet
        && packet.codec() == Codec.CODEC_8
        && packet.records().stream()
            .flatMap(record -> record.elements().stream())
            .anyMatch(IoElement.Variable.class::isInstance);
  }

  /// The same form without such elements: one empty group more per record.
  private static boolean isPlainButSentWide(WireBytes packet, TeltonikaMessage message) {
    return message instanceof TeltonikaMessage.AvlPacket avl
        && TeltonikaEncoder.encode(message).length() + avl.records().size() == packet.length();
  }
}
