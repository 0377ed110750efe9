package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Finds numbered elements of a vector record in ours: as the vendor parameter `io<N>`, or in the
/// contract's field that the element has here and not there, turned back to the wire's scale.
final class TeltonikaElements {
  private static final double MILLI_PER_UNIT = 1_000;
  private static final double TENTHS_PER_UNIT = 10;

  private final Readings readings;
  private final Telemetry ours;
  private final Findings findings;

  TeltonikaElements(Readings readings, Findings findings) {
    this.readings = readings;
    this.ours = readings.telemetry();
    this.findings = findings;
  }

  /// Compares `io<N>`.
  void compareElement(int id, JsonNode expected) {
    String name = "io" + id;
    Optional<VendorParameter> parameter = readings.parameter(name);
    if (parameter.isPresent()) {
      if (!isSame(expected, parameter.get())) {
        findings.differs(name, expected, parameter.get());
      }
      return;
    }
    Optional<Double> raw = fromField(id);
    if (raw.isPresent() && expected.isNumber()) {
      findings.compare(name, expected.asDouble(), raw.get());
    } else if (!isNoDriver(id, expected)) {
      findings.differs(name, expected, "nothing");
    }
  }

  /// Compares an attribute that stands for one of some elements; false when the name is no
  /// element's.
  boolean compareNamed(String name, JsonNode expected) {
    switch (name) {
      case "uptime" -> parameter(name, expected, "uptimeS");
      case "usbConnected" -> parameter(name, expected, "usbConnected");
      case "iccid" -> iccid(expected);
      default -> {
        return compareAny(name, expected, TeltonikaNames.candidates(name));
      }
    }
    return true;
  }

  /// Compares an attribute that numbers the sensors of one kind; false when the kind is not known.
  boolean compareSensor(String kind, int number, JsonNode expected) {
    return compareAny(kind + number, expected, TeltonikaNames.candidates(kind, number));
  }

  private boolean compareAny(
      String name, JsonNode expected, List<TeltonikaNames.Candidate> candidates) {
    if (candidates.isEmpty()) {
      return false;
    }
    List<Double> ours =
        candidates.stream().flatMap(candidate -> scaled(candidate).stream()).toList();
    if (ours.stream().noneMatch(value -> Findings.isNear(expected.asDouble(), value))) {
      findings.differs(name, expected, ours.isEmpty() ? "nothing" : ours);
    }
    return true;
  }

  private Optional<Double> scaled(TeltonikaNames.Candidate candidate) {
    return readings
        .number("io" + candidate.element())
        .or(() -> fromField(candidate.element()))
        .map(raw -> raw * candidate.scale());
  }

  private void parameter(String name, JsonNode expected, String parameter) {
    Optional<Double> value = readings.number(parameter);
    double wanted = expected.isBoolean() ? (expected.asBoolean() ? 1 : 0) : expected.asDouble();
    if (value.isPresent()) {
      findings.compare(name, wanted, value.get());
    } else {
      findings.differs(name, expected, "nothing");
    }
  }

  /// Element 11 is the card's number only in eight bytes; in two it is the third analogue input.
  private void iccid(JsonNode expected) {
    Optional<VendorParameter> element = readings.parameter("io11");
    if (element.isPresent()) {
      findings.compare("iccid", expected.asDouble(), decimal(element.get()).doubleValue());
    } else if (isReadPastAnalogInput(expected.asLong())) {
      findings.deviates(
          "iccid",
          expected,
          "analogue input 3",
          "the reference reads eight bytes where element 11 has two, into the next elements");
    } else {
      findings.differs("iccid", expected, "nothing");
    }
  }

  /// Whether eight bytes are the third analogue input's two and then twice an id and its two bytes.
  private boolean isReadPastAnalogInput(long bytes) {
    return readings.analogInput(3).isPresent()
        && isTwoByteValue(11, bytes >>> 48)
        && isTwoByteValue((int) (bytes >>> 40) & 0xFF, bytes >>> 24)
        && isTwoByteValue((int) (bytes >>> 16) & 0xFF, bytes);
  }

  private boolean isTwoByteValue(int id, long bits) {
    return readings
        .number("io" + id)
        .or(() -> fromField(id))
        .filter(raw -> (Math.round(raw) & 0xFFFF) == (bits & 0xFFFF))
        .isPresent();
  }

  /// The wire's value of an element that became a field of the contract.
  private Optional<Double> fromField(int id) {
    return switch (id) {
      case 1, 2, 3, 4 -> readings.digitalInput(id).map(active -> active ? 1.0 : 0.0);
      case 6 -> readings.analogInput(2).map(volts -> volts * MILLI_PER_UNIT);
      case 9, 10, 11 -> readings.analogInput(id - 8).map(volts -> volts * MILLI_PER_UNIT);
      case 16 -> field(ours.hasOdometerKm(), ours.getOdometerKm() * MILLI_PER_UNIT);
      case 21 -> field(ours.hasSignalLevel(), ours.getSignalLevel());
      case 32 -> field(ours.hasCoolantTemperatureCelsius(), ours.getCoolantTemperatureCelsius());
      case 36 -> field(ours.hasEngineSpeedRpm(), ours.getEngineSpeedRpm());
      case 37 -> field(ours.hasWheelSpeedKph(), ours.getWheelSpeedKph());
      case 48 -> field(ours.hasFuelLevelPercent(), ours.getFuelLevelPercent());
      case 66 -> field(ours.hasSupplyVoltageV(), ours.getSupplyVoltageV() * MILLI_PER_UNIT);
      case 67 -> field(ours.hasBatteryVoltageV(), ours.getBatteryVoltageV() * MILLI_PER_UNIT);
      case 68 -> field(ours.hasBatteryCurrentA(), ours.getBatteryCurrentA() * MILLI_PER_UNIT);
      case 78 -> field(ours.hasDriverCardId(), key(ours.getDriverCardId()));
      case 113 -> field(ours.hasBatteryLevelPercent(), ours.getBatteryLevelPercent());
      case 179, 180 -> readings.digitalOutput(id - 178).map(active -> active ? 1.0 : 0.0);
      case 181 ->
          field(ours.getPosition().hasPdop(), ours.getPosition().getPdop() * TENTHS_PER_UNIT);
      case 182 ->
          field(ours.getPosition().hasHdop(), ours.getPosition().getHdop() * TENTHS_PER_UNIT);
      case 199 -> field(ours.hasTripOdometerKm(), ours.getTripOdometerKm() * MILLI_PER_UNIT);
      case 239 -> field(ours.hasIgnition(), ours.getIgnition() ? 1 : 0);
      case 240 -> field(ours.hasMotion(), ours.getMotion() ? 1 : 0);
      case 241 -> field(ours.hasNetworkOperator(), ours.getNetworkOperator());
      case 380 -> readings.digitalOutput(3).map(active -> active ? 1.0 : 0.0);
      default -> Optional.empty();
    };
  }

  /// A reader without a key says zero, which is no driver here.
  private boolean isNoDriver(int id, JsonNode expected) {
    return id == 78 && expected.isNumber() && expected.asDouble() == 0 && !ours.hasDriverCardId();
  }

  /// The 64 bits of a key as on the wire, where they come in the other order.
  private static double key(String digits) {
    if (digits.isEmpty()) {
      return 0;
    }
    long bits = Long.reverseBytes(Long.parseUnsignedLong(digits, 16));
    return new BigDecimal(Long.toUnsignedString(bits)).doubleValue();
  }

  private static Optional<Double> field(boolean present, double value) {
    return present ? Optional.of(value) : Optional.empty();
  }

  /// A number may be signed here and unsigned there; bytes may be hexadecimal digits or text.
  private static boolean isSame(JsonNode expected, VendorParameter ours) {
    return switch (ours.getValueCase()) {
      case NUMBER, TEXT ->
          (expected.isNumber() || expected.asText().matches("\\d+"))
              ? isSame(new BigDecimal(expected.asText()), decimal(ours))
              : expected.asText().equals(ours.getText());
      case HEX -> expected.asText().equals(ours.getHex()) || expected.asText().equals(ascii(ours));
      case FLAG -> expected.asBoolean() == ours.getFlag();
      case VALUE_NOT_SET -> false;
    };
  }

  private static boolean isSame(BigDecimal expected, BigDecimal ours) {
    if (expected.compareTo(ours) == 0) {
      return true;
    }
    for (int bits = 8; bits <= 64; bits *= 2) {
      BigDecimal modulus = BigDecimal.TWO.pow(bits);
      boolean sameBits = expected.subtract(ours).abs().compareTo(modulus) == 0;
      if (sameBits && expected.min(ours).signum() < 0) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal decimal(VendorParameter parameter) {
    return parameter.hasText()
        ? new BigDecimal(parameter.getText())
        : BigDecimal.valueOf(parameter.getNumber());
  }

  private static String ascii(VendorParameter parameter) {
    byte[] bytes = HexFormat.of().parseHex(parameter.getHex());
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
