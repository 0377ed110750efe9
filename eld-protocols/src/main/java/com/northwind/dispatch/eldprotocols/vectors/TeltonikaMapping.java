package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.eldprotocols.protocol.CommandReplyContent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Compares what vector files say about Teltonika records with ours: the record's own fields here,
/// its attributes in [TeltonikaAttributes].
public final class TeltonikaMapping implements RecordMapping {
  private static final double KPH_PER_KNOT = 1.852;
  private static final double DEGREES_TOLERANCE = 1e-5;

  /// Element 24, "speed": some models of the reference publish it in place of the GNSS element's.
  private static final String SPEED_ELEMENT = "io24";

  @Override
  public Findings compare(JsonNode expected, Telemetry ours) {
    Findings findings = new Findings();
    compareTime("deviceTime", expected.path("deviceTime"), ours.getDeviceTime(), findings);
    if (expected.path("noFix").asBoolean(false)) {
      findings.compareEqual("valid", false, ours.getPosition().getValid());
    } else {
      comparePosition(expected, ours, findings);
    }
    TeltonikaAttributes attributes = new TeltonikaAttributes(ours, findings);
    expected
        .path("attributes")
        .properties()
        .forEach(attribute -> attributes.compare(attribute.getKey(), attribute.getValue()));
    compareUnits(expected, ours, findings);
    TeltonikaNetwork.compare(expected.path("network"), ours, findings);
    return findings;
  }

  @Override
  public Findings compare(JsonNode expected, CommandReplyContent ours) {
    Findings findings = new Findings();
    expected
        .path("attributes")
        .properties()
        .forEach(
            attribute -> compareReply(attribute.getKey(), attribute.getValue(), ours, findings));
    return findings;
  }

  private static void compareReply(
      String name, JsonNode expected, CommandReplyContent ours, Findings findings) {
    switch (name) {
      case "type" -> findings.compare(name, expected.asInt(), ours.kind());
      case "result" -> {
        String text = ours.text().isEmpty() ? ours.payload().toHex() : ours.text().strip();
        findings.compareEqual(name, expected.asText().strip(), text);
      }
      default -> {
        Optional<VendorParameter> value =
            ours.values().stream()
                .filter(parameter -> parameter.getName().equals(replyValue(name)))
                .findFirst();
        if (value.isPresent()) {
          findings.compare(name, expected.asDouble(), value.get().getNumber());
        } else {
          findings.differs(name, expected, "nothing");
        }
      }
    }
  }

  /// The axle scale's values, in tonnes there and here.
  private static String replyValue(String name) {
    return switch (name) {
      case "loadTruck" -> "truckLoadT";
      case "loadTrailer" -> "trailerLoadT";
      case "totalTruck" -> "truckTotalT";
      case "totalTrailer" -> "trailerTotalT";
      default -> name + "T";
    };
  }

  /// A record whose position is all zero has no position here.
  private static void comparePosition(JsonNode expected, Telemetry ours, Findings findings) {
    if (!ours.hasPosition()) {
      findings.compareEqual("valid", expected.path("valid").asBoolean(), false);
      for (String field : new String[] {"lat", "lon", "altitude", "speedKnots", "course"}) {
        findings.compare(field, expected.path(field).asDouble(), 0.0);
      }
      return;
    }
    Position position = ours.getPosition();
    compareTime("fixTime", expected.path("fixTime"), position.getFixTime(), findings);
    findings.compareEqual("valid", expected.path("valid").asBoolean(), position.getValid());
    findings.compare(
        "lat", expected.path("lat").asDouble(), position.getLatitudeDeg(), DEGREES_TOLERANCE);
    findings.compare(
        "lon", expected.path("lon").asDouble(), position.getLongitudeDeg(), DEGREES_TOLERANCE);
    findings.compare("altitude", expected.path("altitude").asDouble(), position.getAltitudeM());
    findings.compare("course", expected.path("course").asDouble(), position.getHeadingDeg());
    compareSpeed(expected, ours, findings);
    if (expected.has("accuracy") && expected.path("accuracy").asDouble() != 0) {
      findings.compare("accuracy", expected.path("accuracy").asDouble(), position.getAccuracyM());
    }
  }

  private static void compareSpeed(JsonNode expected, Telemetry ours, Findings findings) {
    double knots = expected.path("speedKnots").asDouble();
    double kph = ours.getPosition().getSpeedKph();
    if (Findings.isNear(knots, kph / KPH_PER_KNOT)) {
      return;
    }
    Optional<Double> element = new Readings(ours).number(SPEED_ELEMENT);
    boolean replaced = !expected.path("attributes").has(SPEED_ELEMENT) && element.isPresent();
    if (replaced && Findings.isNear(knots, element.orElseThrow() / KPH_PER_KNOT)) {
      findings.deviates(
          "speedKnots",
          knots,
          kph / KPH_PER_KNOT,
          "the reference puts element 24 in place of the GNSS element's speed; we keep both");
    } else {
      findings.differs("speedKnots", knots, kph / KPH_PER_KNOT);
    }
  }

  /// The file repeats some attributes in clear units; each is compared under its own name, and here
  /// only where the contract has a field for it.
  private static void compareUnits(JsonNode expected, Telemetry ours, Findings findings) {
    JsonNode units = expected.path("units");
    if (units.has("odometerKm") && ours.hasOdometerKm()) {
      findings.compare(
          "units.odometerKm", units.path("odometerKm").asDouble(), ours.getOdometerKm());
    }
    if (units.has("tripKm") && ours.hasTripOdometerKm()) {
      findings.compare("units.tripKm", units.path("tripKm").asDouble(), ours.getTripOdometerKm());
    }
    if (units.has("engineHours") && ours.hasEngineHours()) {
      findings.compare(
          "units.engineHours", units.path("engineHours").asDouble(), ours.getEngineHours());
    }
  }

  private static void compareTime(
      String field, JsonNode expected, Timestamp ours, Findings findings) {
    Instant instant = Instant.ofEpochSecond(ours.getSeconds(), ours.getNanos());
    if (expected.isTextual()) {
      if (!isSame(expected.asText(), instant)) {
        findings.differs(field, expected.asText(), instant);
      }
    } else if (expected.isNull() && ours.getSeconds() != 0) {
      findings.differs(field, "none", instant);
    }
  }

  private static boolean isSame(String expected, Instant ours) {
    try {
      return Instant.parse(expected).equals(ours);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
