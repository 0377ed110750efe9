package com.northwind.dispatch.contractrules.descriptor;

import java.util.List;
import java.util.Optional;

/// A message: the fields of an event, or of a part of one.
///
/// @param name full protobuf name
/// @param fields in the order of the file
/// @param comment the message's comment; empty when it has none
/// @param place where it stands
public record MessageType(String name, List<Field> fields, String comment, Place place) {
  public MessageType {
    fields = List.copyOf(fields);
  }

  /// The field of a name as the protobuf file writes it.
  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }
}
