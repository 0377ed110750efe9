package com.northwind.dispatch.schemaregistry.catalogue;

/// Under what versions of one contract are listed, e.g. `northwind.eld.v1.Telemetry`. Ordered by
/// code units, as lists of subjects are.
///
/// @param value 1 to 255 characters, none of them a control character
public record SubjectName(String value) implements Comparable<SubjectName> {
  /// How long a name may be, in UTF-16 code units.
  public static final int MAX_LENGTH = 255;

  public SubjectName {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a subject has 1 to " + MAX_LENGTH + " characters");
    }
    if (value.codePoints().anyMatch(SubjectName::cannotBePrinted)) {
      throw new IllegalArgumentException(
          "a subject has no control characters and no half characters");
    }
  }

  @Override
  public int compareTo(SubjectName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean cannotBePrinted(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || codePoint == 0xFFFD;
  }
}
