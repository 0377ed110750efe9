package com.northwind.dispatch.contractrules.descriptor;

/// What one value of a field is; for a repeated field, one element; for a map, one value.
public sealed interface FieldType {
  /// A number, text, truth value or bytes.
  record Of(Scalar scalar) implements FieldType {}

  /// A message of ours, by its full protobuf name.
  record OfMessage(String name) implements FieldType {}

  /// An enum of ours, by its full protobuf name.
  record OfEnum(String name) implements FieldType {}

  /// `google.protobuf.Timestamp`: an RFC 3339 time in JSON.
  record OfTimestamp() implements FieldType {}

  /// `google.protobuf.Duration`: seconds with an `s` behind in JSON.
  record OfDuration() implements FieldType {}

  /// Another type of protobuf's own, which has no place in an event.
  record Foreign(String name) implements FieldType {}

  /// Whether values are numbers.
  default boolean isNumber() {
    return this instanceof Of(Scalar scalar) && scalar.isNumber();
  }

  /// Whether values are text of a free kind.
  default boolean isText() {
    return this instanceof Of(Scalar scalar) && scalar == Scalar.STRING;
  }

  /// The type in a word for people: a scalar's protobuf name, or the last part of a full name.
  default String word() {
    return switch (this) {
      case Of(Scalar scalar) ->
          switch (scalar) {
            case BOOL -> "true or false";
            case INT32, UINT32 -> "integer";
            case INT64 -> "64-bit integer";
            case FLOAT, DOUBLE -> "number";
            case STRING -> "text";
            case BYTES -> "bytes, base64";
          };
      case OfMessage(String name) -> Names.simple(name);
      case OfEnum(String name) -> Names.simple(name);
      case OfTimestamp() -> "time";
      case OfDuration() -> "duration";
      case Foreign(String name) -> name;
    };
  }
}
