package com.northwind.dispatch.contracts.release;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.contract.v1.FieldRule;
import com.northwind.dispatch.contracts.contract.v1.RulesProto;
import java.util.List;
import java.util.Random;

/// Messages of any type, most of them within their rules, some just outside. The same seed makes
/// the same messages.
final class RandomMessages {
  private static final int DEEPEST = 4;

  private final Random random;

  RandomMessages(long seed) {
    this.random = new Random(seed);
  }

  /// One message of the prototype's type.
  Message next(Message prototype) {
    return fill(prototype.newBuilderForType(), 0).build();
  }

  private Message.Builder fill(Message.Builder message, int depth) {
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      FieldRule rule = field.getOptions().getExtension(RulesProto.rule);
      boolean wanted = random.nextInt(20) < (rule.getRequired() ? 19 : 10);
      if (!wanted || depth > DEEPEST) {
        continue;
      }
      if (field.isRepeated()) {
        for (int i = random.nextInt(3); i > 0; i--) {
          message.addRepeatedField(field, value(message, field, rule, depth));
        }
      } else {
        message.setField(field, value(message, field, rule, depth));
      }
    }
    return message;
  }

  private Object value(Message.Builder parent, FieldDescriptor field, FieldRule rule, int depth) {
    return switch (field.getJavaType()) {
      case MESSAGE ->
          field.getMessageType().equals(Timestamp.getDescriptor())
              ? Timestamp.newBuilder().setSeconds(random.nextInt()).build()
              : fill(parent.newBuilderForField(field), depth + 1).build();
      case ENUM -> constant(field);
      case STRING -> text(rule);
      case DOUBLE -> number(rule);
      case INT -> (int) Math.clamp((long) number(rule), 0L, (1L << 32) - 1);
      case BOOLEAN -> random.nextBoolean();
      case BYTE_STRING -> ByteString.copyFromUtf8("bytes" + random.nextInt());
      case LONG, FLOAT -> throw new AssertionError("no event has a " + field.getJavaType());
    };
  }

  private EnumValueDescriptor constant(FieldDescriptor field) {
    List<EnumValueDescriptor> values = field.getEnumType().getValues();
    return values.get(random.nextInt(values.size()));
  }

  private String text(FieldRule rule) {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> "x".repeat(rule.getMaxLength() + random.nextInt(2));
      case 2 -> "\uD83D\uDE9A".repeat(random.nextInt(120));
      case 3 -> "line\nbreak";
      default -> rule.getExample().isEmpty() ? "text" : rule.getExample();
    };
  }

  private double number(FieldRule rule) {
    double min = rule.hasMin() ? rule.getMin() : 0;
    double max = rule.hasMax() ? rule.getMax() : min + 100;
    return switch (random.nextInt(12)) {
      case 0 -> min;
      case 1 -> max;
      case 2 -> min - 0.5;
      case 3 -> Math.nextUp(max);
      case 4 -> max + 1;
      case 5 -> Double.NaN;
      case 6 -> 0;
      default -> min + random.nextDouble() * (max - min);
    };
  }
}
