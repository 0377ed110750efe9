package com.northwind.dispatch.contracts.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;

/// What a message's fields are called in JSON: for the writer as bytes, for the reader as a table.
final class MemberNames {
  /// Added to a field's number where the name is the original one, as `device_id` is beside
  /// `deviceId`.
  static final int ORIGINAL = 1 << 6;

  private static final int MAX_NUMBER = ORIGINAL - 1;

  private final Descriptor message;
  private final NameTable table;

  MemberNames(Descriptor message) {
    this.message = message;
    this.table = new NameTable(numbers(message));
  }

  private static Map<String, Integer> numbers(Descriptor message) {
    Map<String, Integer> numbers = new HashMap<>();
    for (FieldDescriptor field : message.getFields()) {
      if (field.getNumber() > MAX_NUMBER) {
        throw new IllegalArgumentException(
            field.getFullName() + " has a number above " + MAX_NUMBER);
      }
      numbers.put(field.getName(), field.getNumber() | ORIGINAL);
      numbers.put(field.getJsonName(), field.getNumber());
    }
    return numbers;
  }

  /// Names to field numbers, with [#ORIGINAL] where it applies.
  NameTable table() {
    return table;
  }

  FieldDescriptor field(int number) {
    return message.findFieldByNumber(number);
  }

  /// What stands in front of a field's value: `,"deviceId":`.
  byte[] prefix(int number) {
    return Literals.ascii(",\"" + field(number).getJsonName() + "\":");
  }
}
