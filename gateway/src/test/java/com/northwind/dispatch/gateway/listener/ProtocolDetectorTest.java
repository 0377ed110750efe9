package com.northwind.dispatch.gateway.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.northwind.dispatch.eldprotocols.EldProtocols;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProtocolDetectorTest {
  private static final byte[] LOGIN = bytes("\u0000\u000f350000000000014");
  private static final byte[] REQUEST = bytes("GET / HTTP/1.1\r\n\r\n");

  private final ProtocolDetector detector = new ProtocolDetector(EldProtocols.streams());

  @Test
  void recognisesADeviceHoweverItsFirstBytesAreSplit() {
    for (int length = 1; length < LOGIN.length; length++) {
      assertInstanceOf(
          ProtocolDetector.Detection.NeedMore.class,
          detector.detect(first(LOGIN, length)),
          "after " + length + " bytes");
    }
    ProtocolDetector.Detection.Speaks speaks =
        assertInstanceOf(
            ProtocolDetector.Detection.Speaks.class, detector.detect(first(LOGIN, LOGIN.length)));
    assertEquals("teltonika", speaks.protocol().name());
  }

  @Test
  void namesAWebBrowser() {
    assertEquals(
        new ProtocolDetector.Detection.Foreign("HTTP"),
        detector.detect(first(REQUEST, REQUEST.length)));
  }

  @Test
  void neverTakesTheBeginningOfARequestForADevice() {
    for (int length = 1; length < 4; length++) {
      assertInstanceOf(
          ProtocolDetector.Detection.NeedMore.class, detector.detect(first(REQUEST, length)));
    }
  }

  private static ByteBuf first(byte[] bytes, int length) {
    return Unpooled.wrappedBuffer(bytes, 0, length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
