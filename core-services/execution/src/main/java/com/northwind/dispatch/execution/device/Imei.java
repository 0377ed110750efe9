package com.northwind.dispatch.execution.device;

import java.util.Optional;

/// An international mobile equipment identity: 15 digits, the last a Luhn check digit (3GPP TS
/// 23.003, section 6.2.1 and annex B).
record Imei(String digits) {
  private static final int LENGTH = 15;

  Imei {
    if (problemWith(digits).isPresent()) {
      throw new IllegalArgumentException("no IMEI: " + digits);
    }
  }

  /// What keeps a text from being an IMEI, in one sentence; nothing when it is one.
  static Optional<String> problemWith(String text) {
    if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of("An IMEI has 15 digits; '" + text + "' has not.");
    }
    int wanted = checkDigit(text);
    int found = text.charAt(LENGTH - 1) - '0';
    return wanted == found
        ? Optional.empty()
        : Optional.of(
            "The check digit of IMEI " + text + " is " + found + "; by Luhn it is " + wanted + ".");
  }

  /// Luhn: every second digit from the left doubled, digits summed, filled up to a multiple of ten.
  private static int checkDigit(String text) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = text.charAt(i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed / 10 + weighed % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
