package com.northwind.dispatch.execution.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImeiTest {
  @ParameterizedTest
  @ValueSource(strings = {"490154203237518", "350000000000014", "356307042441013"})
  void acceptsRightCheckDigits(String digits) {
    assertEquals(Optional.empty(), Imei.problemWith(digits));
    assertEquals(digits, new Imei(digits).digits());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "49015420323751", "4901542032375180", "49015420323751A", "４90154203237518"})
  void refusesWhatIsNotFifteenDigits(String text) {
    assertTrue(Imei.problemWith(text).orElseThrow().startsWith("An IMEI has 15 digits"));
  }

  @Test
  void saysWhichCheckDigitWouldBeRight() {
    assertEquals(
        Optional.of("The check digit of IMEI 490154203237519 is 9; by Luhn it is 8."),
        Imei.problemWith("490154203237519"));
    assertThrows(IllegalArgumentException.class, () -> new Imei("490154203237519"));
  }

  @Test
  void findsEverySingleWrongDigit() {
    String right = "490154203237518";
    for (int place = 0; place < right.length(); place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String text = right.substring(0, place) + digit + right.substring(place + 1);
        assertEquals(text.equals(right), Imei.problemWith(text).isEmpty(), text);
      }
    }
  }
}
