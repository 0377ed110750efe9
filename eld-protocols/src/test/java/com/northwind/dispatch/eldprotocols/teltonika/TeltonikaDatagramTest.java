package com.northwind.dispatch.eldprotocols.teltonika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.DatagramDecoder;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import com.northwind.dispatch.eldprotocols.vectors.Conversation;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeltonikaDatagramTest {
  private static final WireBytes EXAMPLE = CaptureFiles.capture("teltonika", "datagram");

  private final DatagramDecoder decoder = new TeltonikaProtocol().openDatagrams();

  @Test
  void readsTheVendorsExampleAndAnswersAsItDoes() {
    Decoded.RecordBatch batch = assertInstanceOf(Decoded.RecordBatch.class, decode(EXAMPLE));

    assertEquals("352093086403655", batch.device().value());
    assertEquals(1, batch.records().size());
    Telemetry telemetry = batch.records().getFirst().telemetry();
    assertEquals(1_560_407_006, telemetry.getDeviceTime().getSeconds());
    assertEquals(23.996, telemetry.getSupplyVoltageV(), 1e-9);
    assertEquals(3, telemetry.getSignalLevel());
    assertTrue(telemetry.getDigitalInputs(0).getActive());
    assertEquals(WireBytes.ofHex("0005cafe010501"), batch.acknowledgement().forAccepted(1));
  }

  @Test
  void givesARecordTheSameFingerprintAsOverAConnection() {
    for (WireBytes packet : Frames.recordPackets()) {
      byte[] bytes = packet.toArray();
      WireBytes data = WireBytes.of(Arrays.copyOfRange(bytes, 8, bytes.length - 4));
      WireBytes head =
          Frames.join(
              Frames.hex("%04x0001".formatted(21 + data.length())),
              Frames.hex("0105000f"),
              WireBytes.of(Frames.IMEI.digits().getBytes(StandardCharsets.US_ASCII)));
      var conversation = Frames.identified();
      conversation.feed(packet);

      var batch = assertInstanceOf(Decoded.RecordBatch.class, decode(Frames.join(head, data)));

      assertEquals(
          conversation.take().said(Conversation.Said.Telemetry.class).stream()
              .map(said -> said.content())
              .toList(),
          batch.records());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // name, byte to change, new value, reason, offset
    "a length that is too long,   1, 63, LENGTH,    0",
    "a length that is too short,  1, 60, LENGTH,    0",
    "an IMEI of another length,   7, 16, LENGTH,    6",
    "an IMEI with a letter,      10, 65, MALFORMED, 10",
    "an unknown codec,           23, 77, UNSUPPORTED, 23",
    "a count that differs,       24, 02, LENGTH,    62",
  })
  void rejectsABrokenDatagram(String name, int at, int value, String reason, int offset) {
    byte[] bytes = EXAMPLE.toArray();
    bytes[at] = (byte) value;

    Decoded.Rejected rejected =
        assertInstanceOf(Decoded.Rejected.class, decode(WireBytes.of(bytes)), name);

    assertEquals("REJECT_REASON_" + reason, rejected.frame().reason().name(), name);
    assertEquals(offset, rejected.frame().offsetBytes(), rejected.frame().detail());
    assertEquals(WireBytes.of(bytes), rejected.frame().bytes());
  }

  @Test
  void tellsTheDeviceThatNothingWasTakenOfADatagramThatNamesItselfAndCannotBeRead() {
    byte[] bytes = EXAMPLE.toArray();
    bytes[bytes.length - 1] = 7;

    Decoded.Rejected rejected =
        assertInstanceOf(Decoded.Rejected.class, decode(WireBytes.of(bytes)));

    assertEquals(WireBytes.ofHex("0005cafe010500"), rejected.answer());
  }

  @Test
  void rejectsADatagramThatIsCutAnywhere() {
    for (int length = 0; length < EXAMPLE.length(); length++) {
      byte[] cut = Arrays.copyOf(EXAMPLE.toArray(), length);

      Decoded.Rejected rejected =
          assertInstanceOf(Decoded.Rejected.class, decode(WireBytes.of(cut)));

      assertEquals(RejectReason.REJECT_REASON_LENGTH, rejected.frame().reason());
    }
  }

  @Test
  void namesForeignProtocols() {
    WireBytes sip = WireBytes.of("REGISTER sip:a SIP/2.0".getBytes(StandardCharsets.US_ASCII));

    Decoded.Rejected rejected = assertInstanceOf(Decoded.Rejected.class, decode(sip));

    assertEquals(RejectReason.REJECT_REASON_FOREIGN_PROTOCOL, rejected.frame().reason());
    assertEquals("the bytes are SIP, not a device's", rejected.frame().detail());
  }

  private Decoded decode(WireBytes datagram) {
    List<Decoded> decoded = decoder.decode(Unpooled.wrappedBuffer(datagram.toArray()));
    assertEquals(1, decoded.size());
    return decoded.getFirst();
  }
}
