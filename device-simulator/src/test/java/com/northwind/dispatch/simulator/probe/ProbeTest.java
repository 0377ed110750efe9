package com.northwind.dispatch.simulator.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.eldprotocols.EldProtocols;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import com.northwind.dispatch.simulator.testing.ScriptedEldPort;
import com.northwind.dispatch.simulator.testing.ScriptedEldPort.Mood;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private static final String IMEI = "350000000000014";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void reportsARefusedLogin() throws IOException {
    try (ScriptedEldPort port = new ScriptedEldPort()) {
      port.be(Mood.REFUSES_LOGINS);

      Probe.Result result =
          Probe.commit(Fault.UNKNOWN_IMEI, port.address(), IMEI, Duration.ofSeconds(5));

      assertEquals("00", result.answerHex());
      assertEquals(Probe.End.CLOSED, result.end());
    }
  }

  @Test
  void reportsAConnectionThatIsLeftOpen() throws IOException {
    try (ScriptedEldPort port = new ScriptedEldPort()) {
      Probe.Result result =
          Probe.commit(Fault.TRUNCATED, port.address(), IMEI, Duration.ofMillis(200));

      assertEquals("01", result.answerHex());
      assertEquals(Probe.End.STILL_OPEN, result.end());
    }
  }

  @Test
  void aWrongChecksumIsWhatADecoderRejects() {
    StreamSession session = EldProtocols.streams().getFirst().openStream();
    session.next(Unpooled.wrappedBuffer(Fault.BAD_CRC.first(IMEI)));
    session.answer(StreamSession.Verdict.ACCEPTED);

    Decoded decoded = session.next(Unpooled.wrappedBuffer(Fault.BAD_CRC.then(NOW)));

    assertTrue(decoded instanceof Decoded.Rejected, decoded::toString);
  }

  @Test
  void aTruncatedPacketIsTheBeginningOfAGoodOne() {
    StreamSession session = EldProtocols.streams().getFirst().openStream();
    session.next(Unpooled.wrappedBuffer(Fault.TRUNCATED.first(IMEI)));
    session.answer(StreamSession.Verdict.ACCEPTED);

    Decoded decoded = session.next(Unpooled.wrappedBuffer(Fault.TRUNCATED.then(NOW)));

    assertTrue(decoded instanceof Decoded.NeedMoreBytes, decoded::toString);
    assertArrayEquals(new byte[0], Fault.HTTP.then(NOW));
  }
}
