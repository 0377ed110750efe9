package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
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

  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();
  private final TelemetryJson fast = new TelemetryJson();
  private final JsonBytes out = new JsonBytes(16);

  private String write(Telemetry telemetry) {
    out.reset();
    fast.write(telemetry, out);
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  private Telemetry read(String json) throws JsonReadException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return fast.read(bytes, 0, bytes.length);
  }

  private Telemetry readByJsonFormat(String json) throws InvalidProtocolBufferException {
    Telemetry.Builder telemetry = Telemetry.newBuilder();
    parser.merge(json, telemetry);
    return telemetry.build();
  }

  @Test
  void writesTheBytesThatJsonFormatWrites() throws Exception {
    RandomTelemetry random = new RandomTelemetry(new SplittableRandom(SEED));
    for (int i = 0; i < CASES; i++) {
      Telemetry telemetry = random.next();

      assertEquals(printer.print(telemetry), write(telemetry), () -> "for " + telemetry);
    }
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    RandomTelemetry random = new RandomTelemetry(new SplittableRandom(SEED + 1));
    for (int i = 0; i < CASES; i++) {
      Telemetry telemetry = random.next();

      assertEquals(telemetry, read(write(telemetry)));
    }
  }

  @Test
  void readsWhatJsonFormatWroteAndTheOtherWayRound() throws Exception {
    RandomTelemetry random = new RandomTelemetry(new SplittableRandom(SEED + 2));
    for (int i = 0; i < CASES / 4; i++) {
      Telemetry telemetry = random.next();

      assertEquals(telemetry, read(printer.print(telemetry)));
      assertEquals(
          withoutMinusZero(telemetry), withoutMinusZero(readByJsonFormat(write(telemetry))));
    }
  }

  /// `JsonFormat` reads -0.0 as 0.0, and a field that is not optional is absent then.
  private static Telemetry withoutMinusZero(Telemetry telemetry) {
    return (Telemetry) withoutMinusZero((Message) telemetry);
  }

  private static Message withoutMinusZero(Message message) {
    Message.Builder builder = message.toBuilder();
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.isRepeated()) {
        for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
          builder.setRepeatedField(field, i, zeroed(message.getRepeatedField(field, i)));
        }
      } else if (message.hasField(field)) {
        builder.setField(field, zeroed(message.getField(field)));
      }
    }
    return builder.build();
  }

  private static Object zeroed(Object value) {
    return switch (value) {
      case Double number when number == 0 -> 0.0;
      case Message message -> withoutMinusZero(message);
      default -> value;
    };
  }

  @Test
  void writesEveryDoubleAsTheJdkSpellsIt() {
    RandomGenerator random = new SplittableRandom(SEED + 3);
    RandomTelemetry numbers = new RandomTelemetry(random);
    for (int i = 0; i < CASES * 20; i++) {
      double number = numbers.number();
      if (Double.isFinite(number)) {
        out.reset();
        DoubleWriter.write(number, out);

        assertEquals(
            Double.toString(number), new String(out.toByteArray(), StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void readsEveryDoubleAsTheJdkReadsIt() throws Exception {
    RandomGenerator random = new SplittableRandom(SEED + 4);
    RandomTelemetry numbers = new RandomTelemetry(random);
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
