package com.northwind.dispatch.contractrules.descriptor;

import java.util.List;

/// An enum.
///
/// @param name full protobuf name
/// @param values in the order of the file
/// @param comment the enum's comment; empty when it has none
/// @param place where it stands
public record EnumType(String name, List<Value> values, String comment, Place place) {
  public EnumType {
    values = List.copyOf(values);
  }

  /// The values that are sent: all but number 0.
  public List<Value> said() {
    return values.stream().filter(value -> value.number() != 0).toList();
  }

  /// One value of an enum.
  ///
  /// @param name as it stands in JSON
  /// @param number number of the value; 0 for the one that is never sent
  /// @param comment what it means; empty when nobody said
  /// @param place where it stands
  public record Value(String name, int number, String comment, Place place) {}
}
