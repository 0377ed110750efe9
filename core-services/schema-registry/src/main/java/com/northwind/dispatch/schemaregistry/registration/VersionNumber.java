package com.northwind.dispatch.schemaregistry.registration;

/// Which version of a subject is asked for.
public sealed interface VersionNumber {
  /// The newest.
  record Latest() implements VersionNumber {}

  /// This one, from 1.
  record Exactly(int number) implements VersionNumber {}

  /// Reads `latest`, `-1` (the same) or a number.
  static Outcome<VersionNumber> parse(String text) {
    if (text.equals("latest") || text.equals("-1")) {
      return new Outcome.Done<>(new Latest());
    }
    if (text.matches("\\d{1,10}")) {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= Integer.MAX_VALUE) {
        return new Outcome.Done<>(new Exactly((int) number));
      }
    }
    return Outcome.refused(
        Refusal.Code.INVALID_VERSION,
        "The specified version '"
            + text
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
            + " \"latest\"");
  }
}
