package com.northwind.dispatch.eldprotocols.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImeiTest {
  @Test
  void readsFifteenDigits() {
    ByteBuf buffer = Unpooled.copiedBuffer("xx350000000000014", StandardCharsets.US_ASCII);

    assertEquals(-1, Imei.firstNonDigit(buffer, 2));
    assertEquals(new Imei("350000000000014"), Imei.read(buffer, 2));
  }

  @Test
  void findsWhatIsNotADigit() {
    ByteBuf buffer = Unpooled.copiedBuffer("35000000000001X", StandardCharsets.US_ASCII);

    assertEquals(14, Imei.firstNonDigit(buffer, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "35000000000001", "3500000000000140", "35000000000001x", "٣٥٠٠٠٠٠٠٠٠٠٠٠١٤"})
  void refusesAnythingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> new Imei(text));
  }
}
