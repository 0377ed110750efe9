package com.northwind.dispatch.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {

  @ParameterizedTest
  @CsvSource({"90,PT90S", "90s,PT90S", "15m,PT15M", "2h,PT2H"})
  void lengthsOfTimeAreReadAsPeopleTypeThem(String text, Duration expected) {
    assertEquals(expected, DemoSettings.parseDuration(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "1.5s", "90 s", "9999999s", "1d"})
  void otherTextIsRefusedWithAnExample(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> DemoSettings.parseDuration(text));

    assertTrue(String.valueOf(refusal.getMessage()).contains("such as"));
  }

  @Test
  void numbersOutsideTheirRangeAreRefusedByTheOptionsName() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> settings(-1, 1));

    assertTrue(String.valueOf(refusal.getMessage()).startsWith("--elds"));
    assertThrows(IllegalArgumentException.class, () -> settings(1, 10_000));
  }

  private static DemoSettings settings(int elds, int tablets) {
    return new DemoSettings(elds, tablets, 1, Optional.empty(), true, Optional.empty(), false, 1);
  }
}
