package com.northwind.dispatch.contracts.envelope;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The major version in the full name of an event type.
///
/// @param type the full name, e.g. `northwind.planning.v2.LoadCancelled`
/// @param family the name without its version, e.g. `northwind.planning.LoadCancelled`
/// @param number the version, e.g. 2
record TypeVersion(String type, String family, int number) {
  static final Comparator<TypeVersion> BY_NUMBER = Comparator.comparingInt(TypeVersion::number);

  private static final Pattern FORM = Pattern.compile("(.+)\\.v([1-9][0-9]{0,3})\\.(.+)");

  /// Nothing when the name has no version.
  static Optional<TypeVersion> parse(String type) {
    Matcher name = FORM.matcher(type);
    return name.matches()
        ? Optional.of(
            new TypeVersion(
                type, name.group(1) + "." + name.group(3), Integer.parseInt(name.group(2))))
        : Optional.empty();
  }

  boolean isOlderThan(TypeVersion other) {
    return family.equals(other.family) && number < other.number;
  }
}
