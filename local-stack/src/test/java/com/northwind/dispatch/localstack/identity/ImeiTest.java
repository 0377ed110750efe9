package com.northwind.dispatch.localstack.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ImeiTest {

  @Test
  void theCheckDigitIsLuhns() {
    assertEquals("490154203237518", new Imei("490154203237518").digits());
    assertEquals("350000000000014", Imei.ofSerial(1).digits());
  }

  @Test
  void aWrongCheckDigitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Imei("490154203237517"));
    assertThrows(IllegalArgumentException.class, () -> new Imei("49015420323751"));
  }
}
