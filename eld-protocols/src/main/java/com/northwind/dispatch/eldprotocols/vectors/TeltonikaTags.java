package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a vector record says about Bluetooth tags, `tag<place><Value>`, in our parameters
/// `io<list element>.<place>.<value>`.
final class TeltonikaTags {
  private static final Pattern NAME = Pattern.compile("tag(\\d{1,3})([A-Z][A-Za-z]*)");
  private static final List<String> LISTS = List.of("io548.", "io11317.", "io385.");
  private static final int UUID_DIGITS = 32;
  private static final int SHORT_DIGITS = 4;
  private static final int NAMESPACE_DIGITS = 20;

  private final Readings readings;
  private final Findings findings;

  TeltonikaTags(Readings readings, Findings findings) {
    this.readings = readings;
    this.findings = findings;
  }

  /// False when `name` is not a tag's.
  boolean compare(String name, JsonNode expected) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return false;
    }
    String place = matcher.group(1) + '.';
    switch (matcher.group(2)) {
      case "Id" -> hex(name, expected, place, "id", 0, Integer.MAX_VALUE);
      case "Mac" -> hex(name, expected, place, "mac", 0, Integer.MAX_VALUE);
      case "Uuid" -> hex(name, expected, place, "id", 0, UUID_DIGITS);
      case "Major" -> number(name, expected, place, UUID_DIGITS);
      case "Minor" -> number(name, expected, place, UUID_DIGITS + SHORT_DIGITS);
      case "Namespace" -> hex(name, expected, place, "id", 0, NAMESPACE_DIGITS);
      case "Instance", "InstanceId" ->
          hex(name, expected, place, "id", NAMESPACE_DIGITS, Integer.MAX_VALUE);
      case "Name" -> text(name, expected, place);
      case "Rssi" -> scaled(name, expected, place, "rssiDbm", 1);
      case "Voltage" -> voltage(name, expected, place);
      case "Battery" -> scaled(name, expected, place, "batteryMv", 1);
      case "Humidity" -> scaled(name, expected, place, "humidityPercent", 1);
      case "Temp" -> scaled(name, expected, place, "temperatureCelsius", 100);
      default -> {
        return false;
      }
    }
    return true;
  }

  private Optional<VendorParameter> value(String place, String value) {
    return LISTS.stream()
        .flatMap(list -> readings.parameter(list + place + value).stream())
        .findFirst();
  }

  private void hex(String name, JsonNode expected, String place, String value, int from, int to) {
    Optional<String> ours =
        value(place, value)
            .map(VendorParameter::getHex)
            .filter(digits -> digits.length() > from)
            .map(digits -> digits.substring(from, Math.min(to, digits.length())));
    compare(name, expected.asText().replace("-", ""), ours);
  }

  private void number(String name, JsonNode expected, String place, int from) {
    Optional<Double> ours =
        value(place, "id")
            .map(VendorParameter::getHex)
            .filter(digits -> digits.length() >= from + SHORT_DIGITS)
            .map(digits -> digits.substring(from, from + SHORT_DIGITS))
            .map(digits -> (double) Integer.parseInt(digits, 16));
    compare(name, expected.asDouble(), ours);
  }

  /// The reference keeps the padding of the field.
  private void text(String name, JsonNode expected, String place) {
    String wanted = expected.asText().replace("\0", "");
    compare(name, wanted, value(place, "name").map(VendorParameter::getText));
  }

  /// Scaled to the reference's hundredths where it keeps the wire's scale.
  private void scaled(String name, JsonNode expected, String place, String value, double scale) {
    Optional<Double> ours = value(place, value).map(parameter -> parameter.getNumber() * scale);
    if (ours.isPresent()) {
      findings.compare(name, expected.asDouble(), ours.get());
    } else {
      findings.differs(name, expected, "nothing");
    }
  }

  /// The reference takes the first byte after the flags for the voltage, also where the flags
  /// announce other values before it.
  private void voltage(String name, JsonNode expected, String place) {
    Optional<Double> ours = value(place, "batteryMv").map(VendorParameter::getNumber);
    Optional<Double> misread = firstByteAfterFlags(place).map(value -> 2_000 + 10.0 * value);
    if (ours.isPresent() && Findings.isNear(expected.asDouble(), ours.get())) {
      return;
    }
    boolean explained = misread.isPresent() && Findings.isNear(expected.asDouble(), misread.get());
    if (ours.isPresent() && explained) {
      findings.deviates(
          name,
          expected,
          ours.get(),
          "the reference takes the first byte after the flags, here the temperature's, for it");
    } else {
      findings.differs(name, expected, ours.isPresent() ? ours.get() : "nothing");
    }
  }

  private Optional<Integer> firstByteAfterFlags(String place) {
    int wanted = Integer.parseInt(place.substring(0, place.length() - 1));
    Optional<VendorParameter> list = readings.parameter("io548");
    if (list.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = HexFormat.of().parseHex(list.get().getHex());
    int at = 1;
    for (int entry = 1; at < bytes.length; entry++) {
      int end = Math.min(at + 1 + (bytes[at] & 0xFF), bytes.length);
      for (int field = at + 1; field + 3 < end; field += 2 + (bytes[field + 1] & 0xFF)) {
        if (entry == wanted && bytes[field] == 2) {
          return Optional.of(bytes[field + 3] & 0xFF);
        }
      }
      at = end;
    }
    return Optional.empty();
  }

  private <T> void compare(String name, T expected, Optional<T> ours) {
    if (ours.isPresent()) {
      findings.compareEqual(name, expected, ours.get());
    } else {
      findings.differs(name, expected, "nothing");
    }
  }
}
