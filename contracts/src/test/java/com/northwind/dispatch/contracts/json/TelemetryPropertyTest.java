package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Holds the fast path to `JsonFormat` over many random messages; the seed makes a failure come
/// again.
class TelemetryPropertyTest {
  private static final long SEED = 20_261_122;
  private static final int CASES = 20_000;

  private final BothWays both = new BothWays();

  @Test
  void writesTheBytesThatJsonFormatWrites() throws Exception {
    WildMessages random = new WildMessages(new SplittableRandom(SEED));
    for (int i = 0; i < CASES; i++) {
      Telemetry telemetry = random.telemetry();

      assertEquals(
          both.printedByJsonFormat(telemetry), both.written(telemetry), () -> "for " + telemetry);
    }
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    WildMessages random = new WildMessages(new SplittableRandom(SEED + 1));
    for (int i = 0; i < CASES; i++) {
      Telemetry telemetry = random.telemetry();

      assertEquals(telemetry, both.read(both.written(telemetry)));
    }
  }

  @Test
  void readsWhatJsonFormatWroteAndTheOtherWayRound() throws Exception {
    WildMessages random = new WildMessages(new SplittableRandom(SEED + 2));
    for (int i = 0; i < CASES / 4; i++) {
      Telemetry telemetry = random.telemetry();

      assertEquals(telemetry, both.read(both.printedByJsonFormat(telemetry)));
      assertEquals(
          BothWays.withoutMinusZero(telemetry),
          BothWays.withoutMinusZero(both.mergedByJsonFormat(both.written(telemetry))));
    }
  }

  @Test
  void writesEveryDoubleAsTheJdkSpellsIt() {
    RandomGenerator random = new SplittableRandom(SEED + 3);
    WildMessages numbers = new WildMessages(random);
    for (int i = 0; i < CASES * 20; i++) {
      double number = numbers.number();
      if (Double.isFinite(number)) {
        JsonBytes out = new JsonBytes(32);
        DoubleWriter.write(number, out);

        assertEquals(
            Double.toString(number), new String(out.toByteArray(), StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void readsEveryDoubleAsTheJdkReadsIt() throws Exception {
    RandomGenerator random = new SplittableRandom(SEED + 4);
    WildMessages numbers = new WildMessages(random);
    for (int i = 0; i < CASES * 5; i++) {
      String spelled = String.format("%." + random.nextInt(20) + "e", numbers.number());
      if (spelled.matches("[-0-9].*") && Double.isFinite(Double.parseDouble(spelled))) {
        byte[] bytes = spelled.getBytes(StandardCharsets.US_ASCII);

        double read = new JsonReader(bytes, 0, bytes.length, 1).readDouble();

        assertEquals(Double.parseDouble(spelled), read, spelled);
      }
    }
  }
}
