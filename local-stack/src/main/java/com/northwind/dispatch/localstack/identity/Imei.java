package com.northwind.dispatch.localstack.identity;

/// An international mobile equipment identity: 14 digits and a Luhn check digit.
///
/// @param digits the 15 digits
public record Imei(String digits) {
  private static final String TYPE_ALLOCATION = "35000000";
  private static final int MAX_SERIAL = 999_999;

  public Imei {
    if (!digits.matches("[0-9]{15}")) {
      throw new IllegalArgumentException("an IMEI has 15 digits: " + digits);
    }
    if (checkDigit(digits.substring(0, 14)) != digits.charAt(14) - '0') {
      throw new IllegalArgumentException("the check digit of the IMEI is wrong: " + digits);
    }
  }

  /// The IMEI of a simulated unit.
  ///
  /// @param serial 0 to 999,999
  public static Imei ofSerial(int serial) {
    if (serial < 0 || serial > MAX_SERIAL) {
      throw new IllegalArgumentException("IMEI serial is outside 0 to 999999: " + serial);
    }
    String body = "%s%06d".formatted(TYPE_ALLOCATION, serial);
    return new Imei(body + checkDigit(body));
  }

  private static int checkDigit(String body) {
    int sum = 0;
    for (int place = 0; place < body.length(); place++) {
      int digit = body.charAt(place) - '0';
      boolean doubled = place % 2 == 1;
      sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
    }
    return (10 - sum % 10) % 10;
  }
}
