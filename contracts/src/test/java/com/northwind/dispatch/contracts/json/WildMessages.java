package com.northwind.dispatch.contracts.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes messages of every shape: each field of the descriptor set or not, with usual values and
/// with the worst, whether or not the contract's rules allow them.
final class WildMessages {
  private static final long MIN_SECONDS = -62_135_596_800L;
  private static final long MAX_SECONDS = 253_402_300_799L;
  private static final int MAX_ELEMENTS = 4;
  private static final int MAX_TEXT_LENGTH = 24;

  private static final List<Double> NOTABLE_NUMBERS =
      List.of(
          0.0,
          -0.0,
          1.0,
          0.1,
          1e-3,
          Math.nextDown(1e-3),
          1e7,
          Math.nextDown(1e7),
          1e6,
          Math.nextDown(1e6),
          1e15,
          1e15 - 1,
          1e16,
          9_007_199_254_740_992.0,
          1.0E10,
          12_345_678.0,
          1e22,
          1e23,
          2e-323,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Double.MAX_VALUE,
          -Double.MAX_VALUE);

  private final RandomGenerator random;

  WildMessages(RandomGenerator random) {
    this.random = random;
  }

  Telemetry telemetry() {
    return (Telemetry) next(Telemetry.getDefaultInstance());
  }

  Message next(Message prototype) {
    Message.Builder message = prototype.newBuilderForType();
    fill(message, random.nextDouble());
    return message.build();
  }

  /// Sets each field of the message with the given likelihood.
  private void fill(Message.Builder message, double likelihood) {
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (random.nextDouble() < likelihood) {
        set(message, field);
      }
    }
  }

  /// Sets one field to something; it may be what an absent field reads as.
  void set(Message.Builder message, FieldDescriptor field) {
    if (field.isRepeated()) {
      int count = random.nextInt(MAX_ELEMENTS);
      for (int i = 0; i < count; i++) {
        message.addRepeatedField(field, value(message, field));
      }
    } else {
      message.setField(field, value(message, field));
    }
  }

  private Object value(Message.Builder message, FieldDescriptor field) {
    return switch (field.getType()) {
      case BOOL -> random.nextBoolean();
      case DOUBLE -> number();
      case UINT32 -> wholeNumber();
      case STRING -> text();
      case BYTES -> ByteString.copyFromUtf8(text());
      case ENUM -> enumValue(field);
      case MESSAGE -> message(message.newBuilderForField(field));
      default -> throw new AssertionError("no values for " + field);
    };
  }

  private Message message(Message.Builder builder) {
    if (builder instanceof Timestamp.Builder time) {
      return time.setSeconds(seconds()).setNanos(nanos()).build();
    }
    fill(builder, random.nextDouble());
    return builder.build();
  }

  private long seconds() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong(MIN_SECONDS, MAX_SECONDS + 1);
      case 1 -> random.nextLong(1_500_000_000L, 2_000_000_000L);
      case 2 -> random.nextInt(-3, 4) * 86_400L + random.nextInt(-1, 2);
      default -> random.nextBoolean() ? MIN_SECONDS : MAX_SECONDS;
    };
  }

  private int nanos() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(1_000) * 1_000_000;
      case 2 -> random.nextInt(1_000_000) * 1_000;
      default -> random.nextInt(1_000_000_000);
    };
  }

  double number() {
    return switch (random.nextInt(8)) {
      case 0 -> NOTABLE_NUMBERS.get(random.nextInt(NOTABLE_NUMBERS.size()));
      case 1 -> Double.longBitsToDouble(random.nextLong());
      case 2 -> random.nextLong(-1_000_000_000L, 1_000_000_000L) / 1e7;
      case 3 -> random.nextInt(-1_000, 10_000) / 10.0;
      case 4 -> random.nextInt();
      case 5 -> random.nextFloat(1_000);
      case 6 -> random.nextLong(1_000_000_000_000_000L);
      default -> random.nextLong(1_000_000_000_000_000L) / Math.pow(10, random.nextInt(20));
    };
  }

  private int wholeNumber() {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextInt(-2, 3);
      default -> random.nextInt(1_000_000);
    };
  }

  private Object enumValue(FieldDescriptor field) {
    List<EnumValueDescriptor> values = field.getEnumType().getValues();
    return random.nextInt(8) == 0
        ? field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt())
        : values.get(random.nextInt(values.size()));
  }

  /// Text of whole characters, so that it has a UTF-8 form.
  String text() {
    int kind = random.nextInt(6);
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(MAX_TEXT_LENGTH);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(codePoint(kind));
    }
    return text.toString();
  }

  private int codePoint(int kind) {
    int codePoint =
        switch (kind) {
          case 0 -> random.nextInt(0x80);
          case 1 -> random.nextInt(0x800);
          case 2 -> random.nextInt(0x1_0000);
          case 3 -> random.nextInt(Character.MAX_CODE_POINT + 1);
          case 4 -> "<>&='\"\\/\u2028\u2029\u007f\n\t".charAt(random.nextInt(13));
          default -> 'A' + random.nextInt(26);
        };
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return half ? 'x' : codePoint;
  }
}
