package com.northwind.dispatch.eldprotocols.teltonika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.vectors.Conversation;
import com.northwind.dispatch.eldprotocols.vectors.Conversation.Said;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damaged, cut and made-up bytes cost a reject and nothing else.
class TeltonikaHostileBytesTest {
  private static final int DATA_AT = 8;
  private static final int CRC_BYTES = 4;

  static List<WireBytes> packets() {
    return Frames.recordPackets();
  }

  @Test
  void packetsOfEveryCodecAreAmongTheVectors() {
    assertEquals(20, packets().size());
  }

  @ParameterizedTest
  @MethodSource("packets")
  void twoPacketsInOneWriteAreTwoPackets(WireBytes packet) {
    Conversation once = Frames.identified();
    once.feed(packet);
    Conversation.Exchange expected = once.take();
    Conversation glued = Frames.identified();

    glued.feed(Frames.join(packet, packet));

    Conversation.Exchange exchange = glued.take();
    assertEquals(2 * expected.said().size(), exchange.said().size());
    assertEquals(
        List.of(expected.answers().getFirst(), expected.answers().getFirst()), exchange.answers());
    assertEquals(
        expected.said(), exchange.said().subList(expected.said().size(), exchange.said().size()));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void aConnectionThatEndsInsideAFrameGivesOneTruncatedReject(WireBytes packet) {
    byte[] bytes = packet.toArray();
    for (int length = 1; length < bytes.length; length++) {
      Conversation conversation = Frames.identified();
      conversation.feed(WireBytes.of(Arrays.copyOf(bytes, length)));

      conversation.end();

      Conversation.Exchange exchange = conversation.take();
      RejectedFrame frame = exchange.said(Said.Bad.class).getFirst().frame();
      assertEquals(1, exchange.said().size());
      assertEquals(RejectReason.REJECT_REASON_TRUNCATED, frame.reason());
      assertEquals(length, frame.offsetBytes());
      assertEquals(List.of(), exchange.answers());
    }
  }

  @ParameterizedTest
  @MethodSource("packets")
  void aFlippedByteOfDataOrChecksumIsAChecksumRejectAndTakesNothing(WireBytes packet) {
    for (int at = DATA_AT; at < packet.length(); at++) {
      Conversation conversation = Frames.identified();

      conversation.feed(flipped(packet, at, 0xFF));

      Conversation.Exchange exchange = conversation.take();
      RejectedFrame frame = exchange.said(Said.Bad.class).getFirst().frame();
      assertEquals(1, exchange.said().size(), "byte " + at);
      assertEquals(RejectReason.REJECT_REASON_CHECKSUM, frame.reason(), "byte " + at);
      assertEquals(packet.length() - CRC_BYTES, frame.offsetBytes());
      assertEquals(packet.length(), frame.frameLengthBytes());
      assertFalse(exchange.answers().contains(TeltonikaAcks.stream(1)));
    }
  }

  @ParameterizedTest
  @MethodSource("packets")
  void aFlippedByteOfTheHeadNeverGivesARecord(WireBytes packet) {
    for (int at = 0; at < DATA_AT; at++) {
      for (int mask : new int[] {0x01, 0x10, 0x80, 0xFF}) {
        Conversation conversation = Frames.identified();

        conversation.feed(flipped(packet, at, mask));
        conversation.end();

        Conversation.Exchange exchange = conversation.take();
        assertEquals(List.of(), exchange.said(Said.Telemetry.class), "byte " + at);
        boolean keepAliveFirst = (packet.toArray()[0] ^ mask) == 0xFF && at == 0;
        assertTrue(keepAliveFirst || !exchange.said(Said.Bad.class).isEmpty(), "byte " + at);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packets")
  void aFlippedByteUnderARightChecksumIsReadOrRejectedAndNeverThrows(WireBytes packet) {
    for (int at = DATA_AT; at < packet.length() - CRC_BYTES; at++) {
      for (int mask : new int[] {0x01, 0x80, 0xFF}) {
        Conversation conversation = Frames.identified();

        conversation.feed(TeltonikaEncoder.withRightChecksum(flipped(packet, at, mask)));

        Conversation.Exchange exchange = conversation.take();
        assertFalse(exchange.said().isEmpty(), "byte " + at);
        boolean rejected = !exchange.said(Said.Bad.class).isEmpty();
        boolean read =
            !exchange.said(Said.Telemetry.class).isEmpty()
                || !exchange.said(Said.Reply.class).isEmpty();
        assertTrue(rejected ^ read, "byte " + at);
        exchange
            .said(Said.Bad.class)
            .forEach(
                bad -> {
                  assertTrue(bad.frame().offsetBytes() >= DATA_AT, bad.frame().detail());
                  assertTrue(bad.frame().offsetBytes() < packet.length(), bad.frame().detail());
                });
        assertFalse(conversation.hasUnfinishedFrame());
      }
    }
  }

  @Test
  void aStreamGoesOnAfterADamagedPacket() {
    WireBytes packet = packets().getFirst();
    Conversation conversation = Frames.identified();

    conversation.feed(Frames.join(flipped(packet, DATA_AT + 5, 0x04), packet));

    Conversation.Exchange exchange = conversation.take();
    assertEquals(1, exchange.said(Said.Bad.class).size());
    assertEquals(1, exchange.said(Said.Telemetry.class).size());
    assertEquals(List.of(TeltonikaAcks.stream(0), TeltonikaAcks.stream(1)), exchange.answers());
  }

  @Test
  void madeUpBytesNeverThrowOnAConnectionOrInADatagram() {
    Random random = new Random(20_260_801);
    TeltonikaDatagramDecoder datagrams = new TeltonikaDatagramDecoder();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (round % 2 == 0 && bytes.length > 12) {
        Arrays.fill(bytes, 0, 7, (byte) 0);
        bytes[7] = (byte) (bytes.length - 12);
        bytes[8] = (byte) new int[] {7, 8, 0x8E, 0x10, 0x0C, 0x0D, 0x0E}[round / 2 % 7];
        bytes = TeltonikaEncoder.withRightChecksum(WireBytes.of(bytes)).toArray();
      }
      Conversation conversation = Frames.identified();
      conversation.feed(WireBytes.of(bytes));
      conversation.end();
      assertFalse(conversation.hasUnfinishedFrame());

      ByteBuf datagram = Unpooled.wrappedBuffer(bytes);
      assertEquals(1, datagrams.decode(datagram).size());
      assertFalse(datagram.isReadable());
    }
  }

  private static WireBytes flipped(WireBytes bytes, int at, int mask) {
    byte[] copy = bytes.toArray();
    copy[at] ^= (byte) mask;
    return WireBytes.of(copy);
  }
}
