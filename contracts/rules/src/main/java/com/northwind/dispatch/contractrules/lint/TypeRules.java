package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.FieldType;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import com.northwind.dispatch.contractrules.descriptor.Scalar;
import java.util.Set;

/// The types of the fields that an event reaches.
final class TypeRules {
  /// Times that read better without the suffix.
  private static final Set<String> TIMES_BY_ANOTHER_NAME = Set.of("since");

  private TypeRules() {}

  static void check(MessageType message, Field field, Findings findings) {
    switch (field.type()) {
      case FieldType.Of(Scalar scalar) when scalar == Scalar.INT64 ->
          findings.add(
              message,
              field,
              "is a 64-bit integer, which JSON would carry as text",
              "Use a 32-bit integer, a double, or a string of digits that says so.");
      case FieldType.Foreign(String name) ->
          findings.add(
              message,
              field,
              "is a " + name,
              name.endsWith("Value")
                  ? "Use a plain field marked optional."
                  : "Use a message of ours: events say what they hold.");
      case FieldType.OfTimestamp() -> {
        if (!isNamedAsTime(field)) {
          findings.add(
              message,
              field,
              "is a time but is not named *_time",
              "Call it " + field.name() + "_time, or use its event's verb, e.g. arrived_time.");
        }
      }
      case FieldType.Of(Scalar scalar) -> checkNoTime(message, field, findings);
      case FieldType.OfMessage(String name) -> checkNoTime(message, field, findings);
      case FieldType.OfEnum(String name) -> checkNoTime(message, field, findings);
      case FieldType.OfDuration() -> checkNoTime(message, field, findings);
    }
  }

  private static boolean isNamedAsTime(Field field) {
    return field.name().endsWith("_time") || TIMES_BY_ANOTHER_NAME.contains(field.name());
  }

  private static void checkNoTime(MessageType message, Field field, Findings findings) {
    if (isNamedAsTime(field)) {
      findings.add(
          message,
          field,
          "is named as a time but is " + field.type().word(),
          "Use google.protobuf.Timestamp, or a name that says what it is.");
    }
  }
}
