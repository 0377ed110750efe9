package com.northwind.dispatch.eldprotocols.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Crc16Test {
  @Test
  void givesTheCheckValueOfTheCatalogue() {
    ByteBuf digits = Unpooled.copiedBuffer("x123456789x", StandardCharsets.US_ASCII);

    assertEquals(0xBB3D, Crc16.ibm(digits, 1, 9));
    assertEquals(0, Crc16.ibm(digits, 0, 0));
  }
}
