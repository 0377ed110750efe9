package com.northwind.dispatch.eldprotocols.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForeignProtocolTest {
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("GET / HTTP/1.1\r\n", "HTTP"),
          Map.entry("POST /v1/telemetry HTTP/1.1\r\n", "HTTP"),
          Map.entry("OPTIONS * HTTP/1.1\r\n", "HTTP"),
          Map.entry("OPTIONS sip:a SIP/2.0\r\n", "SIP"),
          Map.entry("REGISTER sip:a SIP/2.0\r\n", "SIP"),
          Map.entry("PRI * HTTP/2.0\r\n\r\nSM", "HTTP/2"),
          Map.entry("\u0016\u0003\u0001\u0002\0\u0001", "TLS"),
          Map.entry("\u0016\u0003\u0003\u0002\0\u0001", "TLS"),
          Map.entry("SSH-2.0-OpenSSH_9.2", "SSH"),
          Map.entry("PROXY TCP4 10.0.0.1", "PROXY protocol"),
          Map.entry("\r\n\r\n\0\r\nQUIT\n", "PROXY protocol"),
          Map.entry("\u0003\0\0\u0013", "RDP"));

  @Test
  void namesWhatKnocksOnEveryOpenPort() {
    FOREIGN.forEach(
        (bytes, name) ->
            assertEquals(new ForeignProtocol.Verdict.Foreign(name), verdict(bytes), bytes));
  }

  @Test
  void waitsForMoreWhileTheBytesMayStillBecomeForeign() {
    FOREIGN
        .keySet()
        .forEach(
            bytes ->
                assertInstanceOf(
                    ForeignProtocol.Verdict.Undecided.class, verdict(bytes.substring(0, 1))));
    assertInstanceOf(ForeignProtocol.Verdict.Undecided.class, verdict(""));
    assertInstanceOf(ForeignProtocol.Verdict.Undecided.class, verdict("OPTIONS"));
  }

  @Test
  void decidesWithinItsBound() {
    FOREIGN
        .keySet()
        .forEach(
            bytes -> {
              int length = Math.min(bytes.length(), ForeignProtocol.MAX_PREFIX_BYTES);
              assertInstanceOf(
                  ForeignProtocol.Verdict.Foreign.class, verdict(bytes.substring(0, length)));
            });
  }

  @Test
  void leavesDevicesAlone() {
    assertInstanceOf(ForeignProtocol.Verdict.NotForeign.class, verdict("\0\u000f35000000000"));
    assertInstanceOf(ForeignProtocol.Verdict.NotForeign.class, verdict("GETTING"));
    assertInstanceOf(ForeignProtocol.Verdict.NotForeign.class, verdict("+RESP:GTFRI"));
  }

  @Test
  void readsFromTheReaderIndexAndLeavesIt() {
    ByteBuf buffer = Unpooled.copiedBuffer("xxGET /", StandardCharsets.ISO_8859_1).skipBytes(2);

    assertInstanceOf(ForeignProtocol.Verdict.Foreign.class, ForeignProtocol.recognise(buffer));
    assertEquals(2, buffer.readerIndex());
  }

  private static ForeignProtocol.Verdict verdict(String bytes) {
    return ForeignProtocol.recognise(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
  }
}
