package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Priority;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the attributes of a vector record in ours, by name: fields of the contract here, numbered
/// elements in [TeltonikaElements], Bluetooth tags in [TeltonikaTags].
///
/// An attribute that is found nowhere is a difference: nothing a device says may be lost.
final class TeltonikaAttributes {
  private static final Pattern NUMBERED = Pattern.compile("([a-z][A-Za-z]*?)(\\d+)");
  private static final double MILLI = 0.001;
  private static final double M_PER_KM = 1_000;
  private static final double MS_PER_HOUR = 3_600_000;

  private final Readings readings;
  private final Telemetry ours;
  private final Findings findings;
  private final TeltonikaElements elements;
  private final TeltonikaTags tags;

  TeltonikaAttributes(Telemetry ours, Findings findings) {
    this.ours = ours;
    this.findings = findings;
    this.readings = new Readings(ours);
    this.elements = new TeltonikaElements(readings, findings);
    this.tags = new TeltonikaTags(readings, findings);
  }

  void compare(String name, JsonNode expected) {
    if (!named(name, expected) && !numbered(name, expected) && !tags.compare(name, expected)) {
      findings.differs(name, expected, "no field or parameter for an attribute of this name");
    }
  }

  /// Attributes that a field of the contract holds. Metres there are kilometres here, milliseconds
  /// are hours.
  private boolean named(String name, JsonNode expected) {
    Position position = ours.getPosition();
    switch (name) {
      case "event" -> field(name, expected, ours.hasEventCode(), ours.getEventCode());
      case "priority" -> priority(expected);
      case "sat" -> findings.compare(name, expected.asDouble(), position.getSatellites());
      case "hdop" -> field(name, expected, position.hasHdop(), position.getHdop());
      case "pdop" -> field(name, expected, position.hasPdop(), position.getPdop());
      case "vdop" -> field(name, expected, position.hasVdop(), position.getVdop());
      case "ignition" -> flag(name, expected, ours.hasIgnition(), ours.getIgnition());
      case "motion" -> flag(name, expected, ours.hasMotion(), ours.getMotion());
      case "rssi" -> field(name, expected, ours.hasSignalLevel(), ours.getSignalLevel());
      case "operator" ->
          field(name, expected, ours.hasNetworkOperator(), ours.getNetworkOperator());
      case "power" -> field(name, expected, ours.hasSupplyVoltageV(), ours.getSupplyVoltageV());
      case "battery" -> field(name, expected, ours.hasBatteryVoltageV(), ours.getBatteryVoltageV());
      case "batteryCurrent" ->
          field(name, expected, ours.hasBatteryCurrentA(), ours.getBatteryCurrentA());
      case "batteryLevel" ->
          field(name, expected, ours.hasBatteryLevelPercent(), ours.getBatteryLevelPercent());
      case "odometer" ->
          field(name, expected, ours.hasOdometerKm(), ours.getOdometerKm() * M_PER_KM);
      case "tripOdometer" ->
          field(name, expected, ours.hasTripOdometerKm(), ours.getTripOdometerKm() * M_PER_KM);
      case "hours" ->
          field(name, expected, ours.hasEngineHours(), ours.getEngineHours() * MS_PER_HOUR);
      case "rpm" -> field(name, expected, ours.hasEngineSpeedRpm(), ours.getEngineSpeedRpm());
      case "obdSpeed" -> field(name, expected, ours.hasWheelSpeedKph(), ours.getWheelSpeedKph());
      case "fuelLevel" ->
          field(name, expected, ours.hasFuelLevelPercent(), ours.getFuelLevelPercent());
      case "coolantTemp" ->
          field(
              name,
              expected,
              ours.hasCoolantTemperatureCelsius(),
              ours.getCoolantTemperatureCelsius());
      case "vin" -> text(name, expected, ours.getVin());
      case "dtcs" -> text(name, expected, String.join(" ", ours.getDiagnosticCodesList()));
      case "driverUniqueId" -> driver(name, expected);
      case "alarm" -> TeltonikaAlarms.compare(expected, readings, findings);
      default -> {
        return elements.compareNamed(name, expected);
      }
    }
    return true;
  }

  /// Attributes that end in the number of a line, a sensor or an element.
  private boolean numbered(String name, JsonNode expected) {
    Matcher matcher = NUMBERED.matcher(name);
    if (!matcher.matches() || matcher.group(2).length() > 5) {
      return false;
    }
    int number = Integer.parseInt(matcher.group(2));
    switch (matcher.group(1)) {
      case "io" -> elements.compareElement(number, expected);
      case "in" -> line(name, expected, readings.digitalInput(number), number);
      case "out" ->
          line(name, expected, readings.digitalOutput(number), number == 3 ? 380 : 178 + number);
      case "adc" -> analog(name, expected, number);
      default -> {
        return elements.compareSensor(matcher.group(1), number, expected);
      }
    }
    return true;
  }

  private void priority(JsonNode expected) {
    Priority wanted =
        switch (expected.asInt()) {
          case 0 -> Priority.PRIORITY_LOW;
          case 1 -> Priority.PRIORITY_HIGH;
          case 2 -> Priority.PRIORITY_PANIC;
          default -> Priority.PRIORITY_UNSPECIFIED;
        };
    findings.compareEqual("priority", wanted, ours.getPriority());
  }

  /// A field of the contract, or the element when its width or value was not the field's.
  private void field(String name, JsonNode expected, boolean present, double value) {
    if (present) {
      findings.compare(name, expected.asDouble(), value);
    } else if (!elements.compareNamed(name, expected)) {
      findings.differs(name, expected, "nothing");
    }
  }

  private void flag(String name, JsonNode expected, boolean present, boolean value) {
    if (present) {
      findings.compareEqual(name, expected.asBoolean(), value);
    } else {
      findings.differs(name, expected, "nothing");
    }
  }

  private void text(String name, JsonNode expected, String value) {
    findings.compareEqual(name, expected.asText().strip(), value);
  }

  /// The card at the iButton reader, or the one at the RFID reader, whose element stays the
  /// vendor's.
  private void driver(String name, JsonNode expected) {
    String wanted = expected.asText().toUpperCase(Locale.ROOT);
    boolean isRfid =
        readings
            .number("io207")
            .map(value -> Long.toHexString(Math.round(value)).toUpperCase(Locale.ROOT))
            .filter(digits -> digits.equals(wanted.replaceFirst("^0+", "")))
            .isPresent();
    if (!isRfid) {
      findings.compareEqual(name, wanted, ours.getDriverCardId().toUpperCase(Locale.ROOT));
    }
  }

  /// The reference reads some wider elements as lines too: element 4 of four bytes counts pulses.
  private void line(String name, JsonNode expected, Optional<Boolean> state, int element) {
    Optional<Boolean> found =
        state.or(() -> readings.number("io" + element).map(value -> value != 0));
    if (found.isEmpty()) {
      findings.differs(name, expected, "nothing");
    } else if (state.isEmpty()) {
      findings.compareEqual(name, expected.asBoolean(), found.get());
      findings.deviates(
          name, expected, "io" + element, "the element is too wide for a line: a counter");
    } else {
      findings.compareEqual(name, expected.asBoolean(), state.get());
    }
  }

  private void analog(String name, JsonNode expected, int line) {
    Optional<Double> volts =
        readings.analogInput(line).or(() -> readings.number("io" + (8 + line)).map(v -> v * MILLI));
    if (volts.isPresent()) {
      findings.compare(name, expected.asDouble(), volts.get());
    } else {
      findings.differs(name, expected, "nothing");
    }
  }
}
