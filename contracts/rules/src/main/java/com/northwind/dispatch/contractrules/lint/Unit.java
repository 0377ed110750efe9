package com.northwind.dispatch.contractrules.lint;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The units of the contracts: the UCUM code that stands in rules and schemas, the word that names
/// end in, and the word people read. One table; a new unit is a new line here.
public enum Unit {
  KILOMETRE("km", "km", "km"),
  METRE("m", "m", "m"),
  KILOMETRE_PER_HOUR("km/h", "kph", "km/h"),
  DEGREE("deg", "deg", "°"),
  MILLISECOND("ms", "ms", "ms"),
  SECOND("s", "s", "s"),
  MINUTE("min", "min", "min"),
  HOUR("h", "hours", "h"),
  DAY("d", "days", "days"),
  PERCENT("%", "percent", "%"),
  VOLT("V", "v", "V"),
  AMPERE("A", "a", "A"),
  LITRE("L", "l", "L"),
  KILOGRAM("kg", "kg", "kg"),
  KILOPASCAL("kPa", "kpa", "kPa"),
  CELSIUS("Cel", "celsius", "°C"),
  REVOLUTION_PER_MINUTE("{rev}/min", "rpm", "rev/min"),
  BYTE("By", "bytes", "bytes"),
  /// A count, an ordinal, a ratio, or a number that only identifies; names need no suffix.
  ONE("1", "", "");

  private final String ucum;
  private final String suffix;
  private final String word;

  Unit(String ucum, String suffix, String word) {
    this.ucum = ucum;
    this.suffix = suffix;
    this.word = word;
  }

  /// The code of UCUM, e.g. `km/h`.
  public String ucum() {
    return ucum;
  }

  /// The last word of the names of fields with this unit, e.g. `kph`; empty for counts.
  public String suffix() {
    return suffix;
  }

  /// The unit as people read it behind a number; empty for counts.
  public String word() {
    return word;
  }

  /// The unit of a UCUM code.
  public static Optional<Unit> ofUcum(String code) {
    return Arrays.stream(values()).filter(unit -> unit.ucum.equals(code)).findFirst();
  }

  /// The unit that a field's name ends in.
  public static Optional<Unit> ofName(String fieldName) {
    String last = fieldName.substring(fieldName.lastIndexOf('_') + 1);
    return fieldName.contains("_")
        ? Arrays.stream(values())
            .filter(unit -> !unit.suffix.isEmpty() && unit.suffix.equals(last))
            .findFirst()
        : Optional.empty();
  }

  /// All codes, for a sentence.
  static String allCodes() {
    return Arrays.stream(values()).map(Unit::ucum).collect(Collectors.joining(", "));
  }
}
