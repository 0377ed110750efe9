package com.northwind.dispatch.contractrules.descriptor;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the option `rule` of a field says about its values; for a repeated field, about each
/// element.
///
/// @param unit UCUM code of a number's unit, e.g. `km/h`; `1` for a count; empty when not said
/// @param min smallest value allowed
/// @param max largest value allowed
/// @param example a typical value as JSON writes it, text without quotation marks
/// @param required the field is always present and never empty
/// @param maxLength longest text allowed, characters
/// @param pattern regular expression that every text matches whole; empty when any text will do
public record FieldRule(
    String unit,
    OptionalDouble min,
    OptionalDouble max,
    Optional<String> example,
    boolean required,
    OptionalInt maxLength,
    String pattern) {

  /// The rule of a field that has none.
  public static final FieldRule NONE =
      new FieldRule(
          "",
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          false,
          OptionalInt.empty(),
          "");
}
