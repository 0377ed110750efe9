package com.northwind.dispatch.eldprotocols.teltonika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.DeviceIdentity;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeltonikaSessionTest {
  private static final WireBytes PACKET = CaptureFiles.capture("teltonika", "codec8");

  private final StreamSession session = new TeltonikaProtocol().openStream();
  private final ByteBuf in = Unpooled.buffer();

  @Test
  void asksForAVerdictOnTheLoginAndAnswersTheDeviceWithIt() {
    Decoded login = feed(Frames.LOGIN);

    assertEquals(
        new Decoded.Identification(
            new DeviceIdentity(DeviceIdentity.Scheme.IMEI, "350000000000014")),
        login);
    assertEquals(WireBytes.ofHex("01"), session.answer(StreamSession.Verdict.ACCEPTED));
  }

  @Test
  void readsNothingMoreOfARefusedDevice() {
    feed(Frames.LOGIN);

    WireBytes answer = session.answer(StreamSession.Verdict.REFUSED);

    assertEquals(WireBytes.ofHex("00"), answer);
    assertEquals(Decoded.NeedMoreBytes.INSTANCE, feed(PACKET));
    assertEquals(0, in.readableBytes());
    assertEquals(Optional.empty(), session.end(in));
  }

  @Test
  void holdsTheCallerToAnsweringTheLogin() {
    assertThrows(IllegalStateException.class, () -> session.answer(StreamSession.Verdict.ACCEPTED));
    feed(Frames.LOGIN);
    assertThrows(IllegalStateException.class, () -> session.next(in));
  }

  @Test
  void acknowledgesAsManyRecordsAsTheCallerMadeDurable() {
    identify();

    Decoded.RecordBatch batch =
        assertInstanceOf(
            Decoded.RecordBatch.class, feed(CaptureFiles.capture("teltonika", "codec16")));

    assertEquals(2, batch.records().size());
    assertEquals(WireBytes.ofHex("00000002"), batch.acknowledgement().forAccepted(2));
    assertEquals(WireBytes.ofHex("00000001"), batch.acknowledgement().forAccepted(1));
    assertEquals(Frames.IMEI.digits(), batch.device().value());
  }

  @Test
  void refusesRecordsBeforeTheLoginAndCloses() {
    Decoded.Rejected rejected = assertInstanceOf(Decoded.Rejected.class, feed(PACKET));

    assertEquals(RejectReason.REJECT_REASON_NOT_IDENTIFIED, rejected.frame().reason());
    assertEquals(Decoded.Fate.CLOSE, rejected.fate());
    assertEquals(PACKET, rejected.frame().bytes());
    assertEquals(Decoded.NeedMoreBytes.INSTANCE, feed(Frames.LOGIN));
  }

  @Test
  void refusesASecondLogin() {
    identify();

    Decoded.Rejected rejected = assertInstanceOf(Decoded.Rejected.class, feed(Frames.LOGIN));

    assertEquals(RejectReason.REJECT_REASON_MALFORMED, rejected.frame().reason());
    assertEquals(Decoded.Fate.CLOSE, rejected.fate());
  }

  @Test
  void passesOverKeepAlivesBeforeAndAfterTheLogin() {
    assertEquals(new Decoded.KeepAlive(WireBytes.EMPTY), feed(WireBytes.ofHex("ff")));
    identify();
    assertEquals(new Decoded.KeepAlive(WireBytes.EMPTY), feed(WireBytes.ofHex("ff")));
    assertInstanceOf(Decoded.RecordBatch.class, feed(PACKET));
  }

  @ParameterizedTest
  @CsvSource({
    // name, frame, reason, offset
    "an absurd length,        00000000 7fffffff,                 LENGTH,    4",
    "a negative length,       00000000 ffffffff,                 LENGTH,    4",
    "a length above 64 KiB,   00000000 00010001,                 LENGTH,    4",
    "a length of nothing,     00000000 00000002,                 LENGTH,    4",
    "a broken preamble,       0000 0100 00000036,                MALFORMED, 2",
    "a login of 16 digits,    0010 33353030303030303030303030313431, LENGTH, 0",
    "a login of letters,      000f 33353041,                     MALFORMED, 5",
  })
  void rejectsABrokenHeadBeforeWaitingForTheRest(
      String name, String frame, String reason, int offset) {
    Decoded.Rejected rejected = assertInstanceOf(Decoded.Rejected.class, feed(Frames.hex(frame)));

    assertEquals("REJECT_REASON_" + reason, rejected.frame().reason().name(), name);
    assertEquals(offset, rejected.frame().offsetBytes(), rejected.frame().detail());
    assertEquals(Decoded.Fate.CLOSE, rejected.fate());
    assertEquals(0, in.readableBytes());
  }

  @ParameterizedTest
  @CsvSource({
    // name, data field, reason, offset from the start of the frame
    "an unknown codec,            99 01 00 01,                        UNSUPPORTED, 8",
    "no record where one is said, 08 01 01,                           LENGTH,      10",
    "bytes after the last record, 08 00 00 00,                        LENGTH,      10",
    "counts that differ,          08 00 01,                           MALFORMED,   10",
    "a command without content,   0c 01 05,                           LENGTH,      8",
    "a command of another size,   0c 01 06 00000005 41 01,            LENGTH,      11",
    "a reply without its time,    0d 01 06 00000001 41 01,            LENGTH,      15",
    "an IMEI of letters,          0e 01 06 00000008 035209308145225a 01, MALFORMED, 15",
  })
  void rejectsABrokenDataFieldAndGoesOn(String name, String data, String reason, int offset) {
    identify();

    Decoded.Rejected rejected = assertInstanceOf(Decoded.Rejected.class, feed(packet(data)));

    assertEquals("REJECT_REASON_" + reason, rejected.frame().reason().name(), name);
    assertEquals(offset, rejected.frame().offsetBytes(), rejected.frame().detail());
    assertEquals(Decoded.Fate.GO_ON, rejected.fate());
    assertInstanceOf(Decoded.RecordBatch.class, feed(PACKET));
  }

  @Test
  void namesTheElementsThatTheRecordDoesNotHave() {
    identify();
    byte[] bytes = PACKET.toArray();
    bytes[35] = 6;

    Decoded.Rejected rejected =
        assertInstanceOf(
            Decoded.Rejected.class, feed(TeltonikaEncoder.withRightChecksum(WireBytes.of(bytes))));

    assertEquals(RejectReason.REJECT_REASON_MALFORMED, rejected.frame().reason());
    assertEquals(35, rejected.frame().offsetBytes());
    assertEquals("the record says it has 6 elements, its groups hold 5", rejected.frame().detail());
    assertEquals(WireBytes.ofHex("00000000"), rejected.answer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "OPTIONS sip:nobody@127.0.0.1 SIP/2.0\r\n"
      })
  void namesForeignProtocolsHoweverTheyArrive(String text) {
    Decoded decoded = Decoded.NeedMoreBytes.INSTANCE;
    for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
      decoded = decoded instanceof Decoded.NeedMoreBytes ? feed(WireBytes.of(each)) : decoded;
    }

    Decoded.Rejected rejected = assertInstanceOf(Decoded.Rejected.class, decoded);
    assertEquals(RejectReason.REJECT_REASON_FOREIGN_PROTOCOL, rejected.frame().reason());
    assertEquals(Decoded.Fate.CLOSE, rejected.fate());
    assertFalse(rejected.frame().detail().isEmpty());
  }

  @Test
  void sendsACommandInCodec12OnlyToADeviceThatIsIdentified() {
    assertEquals(Optional.empty(), session.command("getinfo"));
    identify();
    assertEquals(
        Optional.of(CaptureFiles.capture("teltonika", "codec12-command")),
        session.command("getinfo"));
  }

  @Test
  void readsRepliesOfAllThreeCommandCodecs() {
    identify();
    Instant time = Instant.parse("2026-11-22T05:30:00Z");
    WireBytes text = WireBytes.of("RTC:2026\r\n".getBytes(StandardCharsets.US_ASCII));

    var plain = reply(TeltonikaMessage.Command.reply("RTC:2026\r\n"));
    var timed = reply(new TeltonikaMessage.TimedCommand(6, time, text));
    var refused =
        reply(
            new TeltonikaMessage.AddressedCommand(
                TeltonikaMessage.TYPE_REFUSED, Frames.IMEI, WireBytes.EMPTY));

    assertEquals("RTC:2026\r\n", plain.content().text());
    assertEquals(6, plain.content().kind());
    assertEquals(Optional.of(time), timed.content().time());
    assertEquals("RTC:2026\r\n", timed.content().text());
    assertEquals(true, refused.content().refused());
  }

  @Test
  void keepsOnlyTheFirstBytesOfALongRejectAndItsWholeLength() {
    byte[] noise = new byte[10_000];
    noise[0] = 0x50;
    noise[1] = 0x50;

    Decoded.Rejected rejected = assertInstanceOf(Decoded.Rejected.class, feed(WireBytes.of(noise)));

    assertEquals(RejectedFrame.MAX_KEPT_BYTES, rejected.frame().bytes().length());
    assertEquals(10_000, rejected.frame().frameLengthBytes());
  }

  private Decoded.CommandReply reply(TeltonikaMessage message) {
    return assertInstanceOf(Decoded.CommandReply.class, feed(TeltonikaEncoder.encode(message)));
  }

  private void identify() {
    feed(Frames.LOGIN);
    session.answer(StreamSession.Verdict.ACCEPTED);
  }

  private Decoded feed(WireBytes bytes) {
    bytes.writeTo(in);
    return session.next(in);
  }

  private static WireBytes packet(String data) {
    WireBytes field = Frames.hex(data);
    WireBytes head = Frames.hex("00000000" + "%08x".formatted(field.length()));
    return TeltonikaEncoder.withRightChecksum(Frames.join(head, field));
  }
}
