package com.northwind.dispatch.contractrules.descriptor;

import java.util.Optional;

/// One field of a message.
///
/// @param name name in the protobuf file, e.g. `odometer_km`
/// @param jsonName name in JSON, e.g. `odometerKm`
/// @param number number of the field in its message
/// @param type what one value is
/// @param shape how many values there are, and whether an absent one can be told from zero
/// @param oneof name of the oneof that the field is a member of
/// @param rule what the values mean and which are allowed
/// @param comment the field's comment; empty when it has none
/// @param place where it stands
public record Field(
    String name,
    String jsonName,
    int number,
    FieldType type,
    Shape shape,
    Optional<String> oneof,
    FieldRule rule,
    String comment,
    Place place) {

  /// How many values a field has.
  public enum Shape {
    /// One; when it is the type's zero, JSON leaves it out.
    IMPLICIT,
    /// One or none; zero is written.
    EXPLICIT,
    /// Any number, in order.
    REPEATED,
    /// Any number, each under a name.
    MAP
  }

  /// Whether JSON shows one value, not a list and not a map.
  public boolean isSingular() {
    return shape == Shape.IMPLICIT || shape == Shape.EXPLICIT;
  }
}
