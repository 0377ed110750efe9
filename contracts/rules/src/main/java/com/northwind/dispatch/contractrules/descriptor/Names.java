package com.northwind.dispatch.contractrules.descriptor;

/// Names in the forms that protobuf and JSON write them.
public final class Names {
  private Names() {}

  /// The last part of a full name: `Telemetry` of `northwind.eld.v1.Telemetry`.
  public static String simple(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  /// Everything before the last part of a full name: `northwind.eld.v1` of
  /// `northwind.eld.v1.Telemetry`.
  public static String parent(String fullName) {
    int dot = fullName.lastIndexOf('.');
    return dot < 0 ? "" : fullName.substring(0, dot);
  }

  /// A type's name as the constants of its enum begin: `DEAD_LETTER_REASON` of `DeadLetterReason`.
  public static String constantPrefix(String simpleName) {
    StringBuilder prefix = new StringBuilder(simpleName.length() + 8);
    for (int i = 0; i < simpleName.length(); i++) {
      char c = simpleName.charAt(i);
      boolean startsWord =
          Character.isUpperCase(c)
              && i > 0
              && (!Character.isUpperCase(simpleName.charAt(i - 1))
                  || (i + 1 < simpleName.length()
                      && Character.isLowerCase(simpleName.charAt(i + 1))));
      if (startsWord) {
        prefix.append('_');
      }
      prefix.append(Character.toUpperCase(c));
    }
    return prefix.toString();
  }
}
