package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  private static final long SECONDS_PER_DAY = 86_400;

  private static String written(long seconds, int nanos) {
    JsonBytes out = new JsonBytes(1);
    out.time(seconds, nanos);
    return new String(out.toByteArray(), StandardCharsets.US_ASCII);
  }

  @Test
  void everyDayOfTenThousandYearsIsWrittenAndReadRight() throws Exception {
    JsonBytes out = new JsonBytes(32);
    long last = LocalDate.of(9999, 12, 31).toEpochDay();
    for (long day = LocalDate.of(1, 1, 1).toEpochDay(); day <= last; day++) {
      long second = Math.floorMod(day * 7_919, SECONDS_PER_DAY);
      out.reset();
      out.time(day * SECONDS_PER_DAY + second, 0);
      String text = new String(out.bytes, 1, 10, StandardCharsets.US_ASCII);

      assertEquals(LocalDate.ofEpochDay(day).toString(), text);
      Timestamp read = TimeReader.read(new JsonReader(out.bytes, 0, out.size, 1));
      assertEquals(day * SECONDS_PER_DAY + second, read.getSeconds());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1970-01-01T00:00:00Z",
    "-1, 999999999, 1969-12-31T23:59:59.999999999Z",
    "1, 1000000, 1970-01-01T00:00:01.001Z",
    "1, 1000, 1970-01-01T00:00:01.000001Z",
    "1, 1, 1970-01-01T00:00:01.000000001Z",
    "1, 120000000, 1970-01-01T00:00:01.120Z",
    "-62135596800, 0, 0001-01-01T00:00:00Z",
    "253402300799, 999000000, 9999-12-31T23:59:59.999Z",
  })
  void fractionsHaveThreeSixOrNineDigits(long seconds, int nanos, String expected) {
    assertEquals('"' + expected + '"', written(seconds, nanos));
  }

  @ParameterizedTest
  @CsvSource({"-62135596801, 0", "253402300800, 0", "0, -1", "0, 1000000000"})
  void whatIsOutsideTenThousandYearsIsRefused(long seconds, int nanos) {
    assertThrows(IllegalArgumentException.class, () -> written(seconds, nanos));
  }
}
