package com.northwind.dispatch.contractrules.descriptor;

/// The scalar types of protobuf, as far as JSON tells them apart.
public enum Scalar {
  BOOL,
  /// 32 bits with a sign: `int32`, `sint32`, `sfixed32`.
  INT32,
  /// 32 bits without a sign: `uint32`, `fixed32`.
  UINT32,
  /// 64 bits, any kind; proto3 JSON writes them as text.
  INT64,
  FLOAT,
  DOUBLE,
  STRING,
  BYTES;

  /// Whether values of the type are numbers.
  public boolean isNumber() {
    return switch (this) {
      case INT32, UINT32, INT64, FLOAT, DOUBLE -> true;
      case BOOL, STRING, BYTES -> false;
    };
  }

  /// Whether values of the type are numbers without a fraction.
  public boolean isInteger() {
    return switch (this) {
      case INT32, UINT32, INT64 -> true;
      case BOOL, FLOAT, DOUBLE, STRING, BYTES -> false;
    };
  }
}
