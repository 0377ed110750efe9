package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.util.Optional;

/// Compares the serving cell of a vector record with ours: parameters of codec 7, elements 205 and
/// 206 of the other codecs, and the operator's code.
final class TeltonikaNetwork {
  private TeltonikaNetwork() {}

  static void compare(JsonNode expected, Telemetry ours, Findings findings) {
    Readings readings = new Readings(ours);
    JsonNode cells = expected.path("cellTowers");
    for (int i = 0; i < cells.size(); i++) {
      cells
          .get(i)
          .properties()
          .forEach(field -> compare(field.getKey(), field.getValue(), readings, findings));
    }
    JsonNode accessPoints = expected.path("wifiAccessPoints");
    if (!accessPoints.isEmpty()) {
      findings.differs("network.wifiAccessPoints", accessPoints, "no such element is known");
    }
  }

  private static void compare(
      String field, JsonNode expected, Readings readings, Findings findings) {
    int operator = readings.telemetry().getNetworkOperator();
    int networkDigits = operator >= 100_000 ? 1_000 : 100;
    int countryCode = operator / networkDigits;
    int networkCode = operator % networkDigits;
    Optional<Double> ours =
        switch (field) {
          case "cellId" ->
              first(readings.number("cellId"), readings.number("io636"), readings.number("io205"));
          case "locationAreaCode" -> first(readings.number("areaCode"), readings.number("io206"));
          case "signalStrength" ->
              first(
                  readings.number("signalQuality").map(quality -> -quality),
                  Optional.of((double) readings.telemetry().getSignalLevel()));
          case "mobileCountryCode" -> Optional.of((double) countryCode);
          case "mobileNetworkCode" -> Optional.of((double) networkCode);
          default -> Optional.empty();
        };
    if (ours.isPresent()) {
      findings.compare("network." + field, expected.asDouble(), (double) ours.get());
    } else {
      findings.differs("network." + field, expected, "nothing");
    }
  }

  @SafeVarargs
  private static Optional<Double> first(Optional<Double>... readings) {
    for (Optional<Double> reading : readings) {
      if (reading.isPresent()) {
        return reading;
      }
    }
    return Optional.empty();
  }
}
